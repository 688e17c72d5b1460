"""What a brief may say beyond its description: folded until there is something in it."""

from typing import Any

import reflex as rx

from adgen_app.ui.colours import ColoursState
from adgen_app.ui.components.choice import choice
from adgen_app.ui.components.form import Wrong
from adgen_app.ui.components.giving import music, voice
from adgen_app.ui.components.offered import FRAMEWORKS, optional_fields
from adgen_app.ui.gifts import GiftsState
from adgen_app.ui.options import OptionsState


def chosen() -> Any:  # noqa: ANN401  # a Reflex var
    """How many things are said there."""
    return OptionsState.chosen + ColoursState.given + GiftsState.sounds


def more(ad_seconds: Any, wrong: Wrong) -> rx.Component:  # noqa: ANN401  # as above
    """Framework, texts, style, music, colours, track, voice; its heading says how many are filled in."""
    return rx.el.details(
        rx.el.summary(
            "More options",
            rx.cond(chosen() > 0, rx.el.span(chosen(), " filled in", class_name="badge")),
        ),
        choice(
            "Framework",
            "framework",
            FRAMEWORKS,
            OptionsState.filled.get("framework", "auto"),
            lambda value: OptionsState.fill_in("framework", value),
        ),
        rx.el.div(*optional_fields(wrong), class_name="two-columns"),
        music(),
        voice(ad_seconds, wrong),
        open=OptionsState.unfolded,
        key=OptionsState.key,
        class_name="more",
    )
