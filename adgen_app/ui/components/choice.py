"""Choices that are seen at a glance: radio buttons that look like cards."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import reflex as rx


class Option(NamedTuple):
    """One of several."""

    value: str
    label: str
    hint: str = ""
    picture: rx.Component | None = None


def choice(
    legend: str, name: str, options: Sequence[Option], chosen: str, on_choose: Callable[[str], Any], *, key: int = 0
) -> rx.Component:
    """Radio buttons in a group; arrow keys move between them.

    The browser owns them, so that a click is seen before the server hears of it; another `key` makes another choice.
    """
    return rx.el.fieldset(
        rx.el.legend(legend),
        rx.el.div(
            *[_option(name, option, chosen, on_choose) for option in options],
            class_name=f"options of-{len(options)}",
            key=f"{key} {rx.State.is_hydrated}",  # they look at their default once only
        ),
        class_name="choice",
    )


def _option(name: str, option: Option, chosen: str, on_choose: Callable[[str], Any]) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="radio",
            name=name,
            value=option.value,
            default_checked=chosen == option.value,
            on_change=on_choose(option.value),
        ),
        option.picture or rx.fragment(),
        rx.el.span(rx.el.strong(option.label), rx.el.small(option.hint) if option.hint else rx.fragment()),
        class_name="option",
    )


def shape(width: int, height: int) -> rx.Component:
    """A little rectangle of that shape."""
    return rx.el.span(style={"width": f"{width}px", "height": f"{height}px"}, class_name="shape", aria_hidden="true")
