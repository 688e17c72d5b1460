"""Brand colours: a picker and a box for each."""

import reflex as rx

from adgen_app.ui.colours import COLOURS, ROOM, ColoursState
from adgen_app.ui.components.form import Wrong, text_input

PALETTE = ("#2563EB", "#F59E0B", "#0F172A")
PICKING_MS = 100
"""Pause after which a colour that is being picked is told to the server."""


def colours(wrong: Wrong) -> rx.Component:
    """Up to three."""
    named = enumerate(zip(COLOURS, PALETTE, strict=True), 1)
    return rx.el.fieldset(
        rx.el.legend("Brand colours"),
        rx.el.div(*[_colour(number, *each, wrong) for number, each in named], class_name="three-columns"),
        *[wrong.beside(name) for name in COLOURS],
        class_name="choice whole-row",
    )


def _colour(number: int, name: str, example: str, wrong: Wrong) -> rx.Component:
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
        wrong=wrong,
        max_length=ROOM,
        default_value=ColoursState.boxes.get(name, ""),
        key=ColoursState.boxes.get(name, ""),
        on_blur=lambda value: ColoursState.type(name, value),
        aria_label=f"Brand colour {number}",
    )
    return rx.el.div(picker, box, class_name="colour")
