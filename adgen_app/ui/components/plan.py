"""A storyboard for reading."""

import reflex as rx
from pydantic import BaseModel

from adgen_app.domain.brief import Framework
from adgen_app.domain.generation import Generation

FRAMEWORKS = {
    Framework.PAS: "PAS: problem, agitate, solve",
    Framework.BAB: "BAB: before, after, bridge",
    Framework.AIDA: "AIDA: attention, interest, desire, action",
}


class Line(BaseModel):
    """A scene in a list."""

    role: str = ""
    seconds: str = ""
    texts: str = ""


class Plan(BaseModel):
    """A storyboard in words; empty before there is one."""

    framework: str = ""
    reason: str = ""
    music: str = ""
    style: str = ""
    colours: list[str] = []
    scenes: list[Line] = []


def plan_of(ad: Generation) -> Plan:
    """The ad's storyboard in words."""
    board = ad.storyboard
    if board is None:
        return Plan()
    return Plan(
        framework=FRAMEWORKS[board.framework],
        reason=board.framework_reason,
        music=board.music.capitalize(),
        style=board.style.capitalize(),
        colours=list(board.brand.colours),
        scenes=[
            Line(
                role=scene.role.capitalize(),
                seconds=f"{scene.duration:g} s",
                texts="\n".join(overlay.text for overlay in scene.overlays),
            )
            for scene in board.scenes
        ],
    )


def plan_view(plan: Plan, *, coming: bool) -> rx.Component:
    """Framework with its reason, then the scenes; where they will be if they are `coming`."""
    facts = rx.el.dl(
        *_fact("Style", plan.style),
        *_fact("Music", plan.music),
        rx.el.dt("Colours"),
        rx.el.dd(rx.foreach(plan.colours, _swatch), class_name="swatches"),
        class_name="facts",
    )
    return rx.cond(
        plan.framework != "",
        rx.el.section(
            rx.el.h2("Storyboard"),
            rx.el.p(rx.el.strong(plan.framework), rx.el.br(), plan.reason, class_name="reason"),
            rx.el.ol(rx.foreach(plan.scenes, _scene), class_name="scenes"),
            facts,
            class_name="card plan",
        ),
        rx.cond(
            coming,
            rx.el.div(rx.el.p("The storyboard appears here in a moment.", class_name="muted"), class_name="card plan"),
        ),
    )


def _fact(name: str, value: str) -> tuple[rx.Component, rx.Component]:
    return rx.el.dt(name), rx.el.dd(value)


def _swatch(colour: str) -> rx.Component:
    return rx.el.span(style={"background": colour}, class_name="swatch", title=colour, role="img", aria_label=colour)


def _scene(scene: Line) -> rx.Component:
    return rx.el.li(
        rx.el.span(scene.role, class_name="scene-role"),
        rx.el.span(scene.seconds, class_name="muted scene-time"),
        rx.el.p(scene.texts, class_name="scene-texts", dir="auto"),
    )
