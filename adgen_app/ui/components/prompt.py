"""The box that a brief is typed into, with examples and a count."""

from typing import Any

import reflex as rx

from adgen_app.domain.brief import PROMPT_MAX, PROMPT_MIN
from adgen_app.ui.components.form import Wrong
from adgen_app.ui.components.offered import EXAMPLES
from adgen_app.ui.options import ROOM

LONG = f"Please shorten this to {PROMPT_MAX} characters: an ad can't say more."


def prompt_box(  # what it shows, and what happens in it
    typed: Any,  # noqa: ANN401  # Reflex's vars and events
    length: Any,  # noqa: ANN401
    wrong: Wrong,
    *,
    key: Any,  # noqa: ANN401
    on_type: Any,  # noqa: ANN401
    on_example: Any,  # noqa: ANN401
) -> tuple[rx.Component, ...]:
    """What is `typed` is the browser's own; another `key` puts another text into the box.

    What is too long is said and not cut: nobody sees what is missing from the end of what they pasted.
    """
    long = (length > PROMPT_MAX) & (wrong.at != "prompt")
    wrong = Wrong(rx.cond(long, "prompt", wrong.at), rx.cond(long, LONG, wrong.said))
    return (
        rx.el.label("Describe your product", html_for="prompt", class_name="unseen"),
        rx.el.textarea(
            id="prompt",
            name="prompt",
            key=key,
            default_value=typed,
            on_change=on_type,
            rows="4",
            max_length=ROOM,
            auto_focus=True,
            placeholder="What it is, who it is for, what makes it worth having",
            class_name="prompt",
            **wrong.marks("prompt", "prompt-count"),
            dir="auto",
        ),
        wrong.beside("prompt"),
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
                    rx.cond(
                        length > PROMPT_MAX,
                        rx.fragment(length - PROMPT_MAX, " too many"),
                        rx.fragment(length, f" / {PROMPT_MAX}"),
                    ),
                ),
                id="prompt-count",
                class_name=rx.cond(length > PROMPT_MAX, "count full", "count"),
            ),
            class_name="prompt-foot",
        ),
    )
