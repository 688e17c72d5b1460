"""Log in."""

import reflex as rx

from adgen_app.ui.components.elements import native_form
from adgen_app.ui.components.form import field, text_input
from adgen_app.ui.entry import EntryState, entry
from adgen_app.ui.page import page


@page("/login", title="Log in", on_load=EntryState.read, menu=False)
def login() -> rx.Component:
    """Username and password."""
    form = native_form(
        rx.el.input(type="hidden", name="back", value=EntryState.back, read_only=True),
        field(
            "Username",
            text_input(
                "username",
                default_value=EntryState.typed_name,
                key=EntryState.typed_name,
                auto_complete="username",
                required=True,
                auto_capitalize="none",
            ),
            name="username",
        ),
        field(
            "Password",
            text_input("password", kind="password", auto_complete="current-password", required=True),
            name="password",
        ),
        rx.el.button("Log in", type="submit", class_name="button wide"),
        action="/api/browser/login",
        method="post",
    )
    foot = rx.fragment("New here? ", rx.el.a("Open an account", href="/register"))
    return entry("Welcome back", "Log in to make and find your ads.", form, foot)
