"""Brand colours: a picker and a box for each."""

import reflex as rx

from adgen_app.ui.colours import COLOURS, ColoursState
from adgen_app.ui.components.form import text_input

PALETTE = ("#2563EB", "#F59E0B", "#0F172A")
PICKING_MS = 100
"""Pause after which a colour that is being picked is told to the server."""


def colours() -> rx.Component:
    """Up to three."""
    named = enumerate(zip(COLOURS, PALETTE, strict=True), 1)
    return rx.el.fieldset(
        rx.el.legend("Brand colours"),
        rx.el.div(*[_colour(number, *each) for number, each in named], class_name="three-columns"),
        class_name="choice whole-row",
    )


def _colour(number: int, name: str, example: str) -> rx.Component:
    picker = rx.el.input(
        type="color",
        default_value=ColoursState.swatches.get(name, example),
        key=ColoursState.swatches.get(name, ""),
        on_change=lambda value: ColoursState.pick(name, value).debounce(PICKING_MS),
        aria_label=f"Pick brand colour {number}",
        class_name=rx.cond(ColoursState.boxes.get(name, "") == "", "unset", ""),
    )
    box = text_input(
        name,
        placeholder=example,
        max_length=7,
        default_value=ColoursState.boxes.get(name, ""),
        key=ColoursState.boxes.get(name, ""),
        on_blur=lambda value: ColoursState.type(name, value),
        aria_label=f"Brand colour {number}",
    )
    return rx.el.div(picker, box, class_name="colour")
