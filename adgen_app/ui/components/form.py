"""Fields with their labels, hints and errors."""

from typing import Any, Literal

import reflex as rx

InputType = Literal["text", "password", "email"]


def field(label: str, control: rx.Component, *, hint: str = "", name: str = "") -> rx.Component:
    """A labelled control; the label is tied to the control of that id."""
    return rx.el.div(
        rx.el.label(label, html_for=name),
        control,
        rx.el.p(hint, class_name="hint", id=f"{name}-hint") if hint else rx.fragment(),
        class_name="field",
    )


def text_input(name: str, *, kind: InputType = "text", hint: bool = False, **attributes: Any) -> rx.Component:  # noqa: ANN401  # HTML's attributes
    """One line of text."""
    described = {"aria_describedby": f"{name}-hint"} if hint else {}
    return rx.el.input(id=name, name=name, type=kind, class_name="input", **described, **attributes)


def notice(message: str, kind: str = "error") -> rx.Component:
    """A sentence that must be read; announced when it appears."""
    return rx.el.p(message, class_name=f"notice {kind}", role="alert")
