"""What AdGen is, for someone who has never seen it."""

import reflex as rx

from adgen_app.ui.components.elements import native_link
from adgen_app.ui.components.form import notice
from adgen_app.ui.page import page
from adgen_app.ui.state import SessionState

STEPS = (
    ("1", "Describe", "One sentence about what you sell. Add colours, an offer, a call to action if you like."),
    ("2", "We plan", "A proven framework, PAS, BAB or AIDA, becomes a storyboard that you can read."),
    ("3", "Run it", "Designed, scored and cut in seconds: 1080p MP4 for TikTok, Reels, Shorts, feed or YouTube."),
)
PROMISES = (
    ("No key needed", "The built-in studio draws, composes and cuts on your own machine. Nothing is billed."),
    ("Your words only", "No invented claims, reviews or prices: the ad says what you said."),
    ("Yours", "Self-hosted and open source. No watermark, no credits that expire."),
)


@page("/", title="Video ads from one sentence")
def landing() -> rx.Component:
    """Promise, picture, how it goes."""
    return rx.el.div(
        rx.cond(
            SessionState.router.url.query_parameters["done"] == "deleted",
            rx.el.div(notice("Your account and all your ads are deleted.", "success"), class_name="band"),
        ),
        rx.el.section(
            rx.el.div(
                rx.el.h1("Say what you sell. ", rx.el.br(), rx.el.em("Run the ad tonight.")),
                rx.el.p(
                    "AdGen plans, designs, scores and cuts a video ad from one sentence, on your own server.",
                    class_name="lead",
                ),
                rx.cond(
                    SessionState.username != "",
                    rx.el.a("Make an ad", href="/create", class_name="button large"),
                    rx.el.a("Make your first ad", href="/register", class_name="button large"),
                ),
                class_name="hero-text",
            ),
            rx.el.div(
                *[
                    rx.el.img(src=f"/showcase/{number}.webp", alt="", width="360", height="640", class_name="phone")
                    for number in (1, 2, 3)
                ],
                role="img",
                aria_label="Frames of three ads, each made from one sentence",
                class_name="phones",
            ),
            class_name="hero",
        ),
        rx.el.section(
            rx.el.h2("How it goes"),
            rx.el.ol(
                *[
                    rx.el.li(
                        rx.el.span(number, class_name="step-number"), rx.el.h3(title), rx.el.p(text), class_name="card"
                    )
                    for number, title, text in STEPS
                ],
                class_name="three",
            ),
            class_name="band",
        ),
        rx.el.section(
            rx.el.div(
                *[rx.el.div(rx.el.h3(title), rx.el.p(text, class_name="muted")) for title, text in PROMISES],
                class_name="three",
            ),
            class_name="band",
        ),
        rx.el.footer(
            rx.el.div(
                rx.el.p("AdGen is open source and runs on your own server.", class_name="muted"),
                rx.el.nav(
                    native_link("For programs", href="/api/docs"),
                    aria_label="More",
                    class_name="foot-links",
                ),
                class_name="foot-inner",
            ),
            class_name="foot",
        ),
        class_name="landing",
    )
