"""What is said while the server is away."""

import reflex as rx


@rx.memo
def connection() -> rx.Component:
    """A line over the page, in words for people, gone as soon as the server answers."""
    told = "No connection at the moment. We keep trying; ads go on being made."
    return rx.connection_banner(rx.el.p(told, class_name="away", role="status"))
