"""The box that a brief is typed into, with examples and a count."""

from typing import Any

import reflex as rx

from adgen_app.domain.brief import PROMPT_MAX, PROMPT_MIN
from adgen_app.ui.components.offered import EXAMPLES


def prompt_box(typed: Any, length: Any, *, key: Any, on_type: Any, on_example: Any) -> tuple[rx.Component, ...]:  # noqa: ANN401  # Reflex's vars and events
    """What is `typed` is the browser's own; another `key` puts another text into the box."""
    return (
        rx.el.label("Describe your product", html_for="prompt", class_name="unseen"),
        rx.el.textarea(
            id="prompt",
            name="prompt",
            key=key,
            default_value=typed,
            on_change=on_type,
            rows="4",
            max_length=PROMPT_MAX,
            auto_focus=True,
            placeholder="What it is, who it is for, what makes it worth having",
            class_name="prompt",
            aria_describedby="prompt-count",
            dir="auto",
        ),
        rx.el.div(
            rx.el.div(
                *[
                    rx.el.button(
                        label,
                        type="button",
                        on_click=on_example(example),
                        class_name="chip",
                    )
                    for label, example in EXAMPLES.items()
                ],
                class_name="chips",
                role="group",
                aria_label="Examples to try",
            ),
            rx.el.span(
                rx.cond(
                    length < PROMPT_MIN,
                    f"{PROMPT_MIN} to {PROMPT_MAX} characters",
                    rx.fragment(length, f" / {PROMPT_MAX}"),
                ),
                id="prompt-count",
                class_name=rx.cond(length >= PROMPT_MAX, "count full", "count"),
            ),
            class_name="prompt-foot",
        ),
    )
