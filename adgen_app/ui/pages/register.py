"""Open an account."""

import reflex as rx

from adgen_app.domain.account import PASSWORD_MIN, USERNAME_MAX, USERNAME_MIN
from adgen_app.ui.components.elements import native_form
from adgen_app.ui.components.form import field, text_input
from adgen_app.ui.entry import EntryState, entry
from adgen_app.ui.page import page


@page("/register", title="Open an account", on_load=EntryState.read, menu=False)
def register() -> rx.Component:
    """Username, password, perhaps an email address."""
    form = native_form(
        rx.el.input(type="hidden", name="back", value=EntryState.back, read_only=True),
        field(
            "Username",
            text_input(
                "username",
                hint=True,
                default_value=EntryState.typed_name,
                key=EntryState.typed_name,
                auto_complete="username",
                required=True,
                min_length=USERNAME_MIN,
                max_length=USERNAME_MAX,
                auto_capitalize="none",
            ),
            hint="3 to 50 letters, digits or . _ @ + -",
            name="username",
        ),
        field(
            "Password",
            text_input(
                "password",
                kind="password",
                hint=True,
                auto_complete="new-password",
                required=True,
                min_length=PASSWORD_MIN,
            ),
            hint="At least 8 characters.",
            name="password",
        ),
        field(
            "Email (optional)",
            text_input(
                "email", kind="email", default_value=EntryState.email, key=EntryState.email, auto_complete="email"
            ),
            name="email",
        ),
        rx.el.button("Open my account", type="submit", class_name="button wide"),
        action="/api/browser/register",
        method="post",
    )
    foot = rx.fragment("Have an account? ", rx.el.a("Log in", href="/login"))
    return entry("Make your first ad", "An account keeps your ads yours. Nothing leaves this server.", form, foot)
