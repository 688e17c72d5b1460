"""Nothing there."""

import reflex as rx

from adgen_app.ui.page import page


@page("/404", title="Not found")
def not_found() -> rx.Component:
    """Where to go instead."""
    return rx.el.div(
        rx.el.h1("There is no page here"),
        rx.el.p("The address may be old, or have a slip in it.", class_name="lead"),
        rx.el.a("To the start", href="/", class_name="button"),
        class_name="column empty",
    )
