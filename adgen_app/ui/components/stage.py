"""Where an ad is seen: the film, or how it gets on."""

from typing import Any

import reflex as rx


def player(video: Any, captions: Any, poster: Any) -> rx.Component:  # noqa: ANN401  # Reflex's vars
    """The film, as large as its stage, from before anything of it is there."""
    return rx.el.video(
        rx.el.track(src=captions, kind="captions", label="Captions"),
        src=video,
        poster=poster,
        controls=True,
        plays_inline=True,
        preload="metadata",
        key=video,
        class_name="player",
        aria_label="Your ad",
    )


def progress(percent: Any, step: Any, left: Any) -> rx.Component:  # noqa: ANN401  # as above
    """How far the ad is."""
    return rx.el.div(
        rx.el.div(
            rx.el.span(percent, class_name="big-number"),
            rx.el.span(" %", class_name="muted"),
            aria_hidden="true",
        ),
        rx.el.progress(value=percent, max="100", aria_label="Progress of your ad", class_name="meter"),
        rx.el.div(
            rx.el.p(rx.el.strong(step), aria_live="polite"),
            rx.el.p(left, class_name="muted"),
            class_name="progress-step",
        ),
        rx.el.p("You can leave this page: we go on, and your ad waits in the gallery.", class_name="muted small-text"),
        class_name="progress",
    )


def ended(title: str, sentence: Any) -> rx.Component:  # noqa: ANN401  # as above
    """There is no film, and why."""
    return rx.el.div(rx.el.h2(title), rx.el.p(sentence, role="status"), class_name="progress")


def skeleton() -> rx.Component:
    """Where it will be seen."""
    return rx.el.div(rx.el.div(class_name="stage skeleton"), class_name="ad-page")
