"""Thumbnails of ads."""

import reflex as rx

from adgen_app.ui.cards import Card


def badge(status: str, word: str) -> rx.Component:
    """Status as a coloured word."""
    return rx.el.span(word, class_name="badge " + status)


def ad_card(ad: Card) -> rx.Component:
    """Picture, prompt, facts; all of it leads to the ad."""
    picture = rx.cond(
        ad.thumbnail != "",
        rx.fragment(
            rx.cond(ad.shape != "9:16", rx.el.img(src=ad.thumbnail, alt="", loading="lazy", class_name="card-glow")),
            rx.el.img(
                src=ad.thumbnail, alt="", loading="lazy", class_name="card-image", custom_attrs={"data-shape": ad.shape}
            ),
            rx.el.img(
                src=ad.preview,
                alt="",
                loading="lazy",
                class_name="card-image card-preview",
                custom_attrs={"data-shape": ad.shape},
            ),
        ),
        rx.el.div(
            rx.match(
                ad.status,
                ("failed", rx.el.span("This one did not work out")),
                ("cancelled", rx.el.span("Cancelled")),
                rx.el.span(ad.progress, " %", class_name="card-percent"),
            ),
            class_name="card-image blank",
        ),
    )
    return rx.el.a(
        rx.el.div(picture, class_name="card-picture"),
        rx.el.div(
            rx.el.p(ad.prompt, class_name="card-prompt", dir="auto"),
            rx.el.p(
                rx.el.time(ad.made, date_time=ad.made_iso),
                " · ",
                ad.duration,
                class_name="card-facts",
            ),
            rx.el.p(badge(ad.status, ad.status_word), rx.el.span(ad.cost), class_name="card-facts card-foot"),
            class_name="card-text",
        ),
        href=ad.href,
        class_name="ad-card",
    )


def skeletons(count: int) -> rx.Component:
    """Where cards will be."""
    blank = rx.el.div(rx.el.div(class_name="card-picture skeleton"), rx.el.div(class_name="card-line skeleton"))
    return rx.el.div(*[blank] * count, class_name="ad-grid", aria_hidden="true")
