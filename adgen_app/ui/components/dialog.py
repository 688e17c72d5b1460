"""Asking before something is gone."""

import reflex as rx
from reflex.event import EventType


def confirm(name: str, opener: str, title: str, text: str, action: str, on_confirm: EventType[()]) -> rx.Component:
    """A button that opens the browser's own modal dialog: focus stays inside, Escape closes it."""
    return rx.fragment(
        rx.el.button(
            opener,
            type="button",
            class_name="button quiet danger",
            custom_attrs={"command": "show-modal", "commandfor": name},
        ),
        rx.el.dialog(
            rx.el.h2(title, id=f"{name}-title"),
            rx.el.p(text),
            rx.el.div(
                rx.el.button(
                    "Keep it",
                    type="button",
                    class_name="button quiet",
                    custom_attrs={"command": "close", "commandfor": name},
                ),
                rx.el.button(
                    action,
                    type="button",
                    on_click=on_confirm,
                    class_name="button danger-fill",
                    custom_attrs={"command": "close", "commandfor": name},
                ),
                class_name="actions",
            ),
            id=name,
            class_name="dialog",
            aria_labelledby=f"{name}-title",
        ),
    )
