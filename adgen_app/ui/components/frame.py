"""What stands around every page: skip link, bar with the menu, main part, foot."""

import reflex as rx
from reflex.event import EventType
from reflex.style import resolved_color_mode, toggle_color_mode

from adgen_app.ui.components.elements import native_form, native_link
from adgen_app.ui.state import SessionState

MENU = (("/create", "Create"), ("/gallery", "Gallery"), ("/profile", "Profile"))


def framed(content: rx.Component, *, menu: bool, active: str, members_only: bool, load: EventType[()]) -> rx.Component:
    """The page in its frame; what keeps it from loading is said in its place."""
    return rx.el.div(
        native_link("Skip to content", href="#main", class_name="skip"),
        _bar(active, members_only=members_only) if menu else rx.fragment(),
        rx.el.main(rx.cond(SessionState.trouble != "", _trouble(load), content), id="main", tab_index=-1),
        class_name="page",
    )


def logo() -> rx.Component:
    """Mark and name."""
    return rx.el.a(rx.el.img(src="/favicon.svg", alt="", width="28", height="28"), "AdGen", href="/", class_name="logo")


def mode_button() -> rx.Component:
    """Switches between light and dark."""
    return rx.el.button(
        rx.cond(resolved_color_mode == "dark", _icon("sun"), _icon("moon")),
        type="button",
        on_click=toggle_color_mode,
        class_name="icon-button",
        aria_label="Switch between light and dark",
    )


def _trouble(load: EventType[()]) -> rx.Component:
    return rx.el.div(
        rx.el.h1("This page could not be loaded"),
        rx.el.p(SessionState.trouble, class_name="lead", role="alert"),
        rx.el.button("Try again", type="button", on_click=load, class_name="button"),
        class_name="column empty",
    )


def _bar(active: str, *, members_only: bool) -> rx.Component:
    links = _members(active)
    return rx.el.header(
        rx.el.div(
            logo(),
            links if members_only else rx.cond(SessionState.username != "", links, _visitors()),
            class_name="bar-inner",
        ),
        class_name="bar",
    )


def _members(active: str) -> rx.Component:
    links = [
        rx.el.a(label, href=href, class_name="menu-link", aria_current="page" if href == active else None)
        for href, label in MENU
    ]
    return rx.el.div(
        rx.el.nav(*links, class_name="menu", aria_label="Main"),
        mode_button(),
        log_out_form(),
        class_name="bar-end",
    )


def _visitors() -> rx.Component:
    return rx.el.div(
        mode_button(),
        rx.el.a("Log in", href="/login", class_name="menu-link"),
        rx.el.a("Start free", href="/register", class_name="button small quiet"),
        class_name="bar-end",
    )


def log_out_form() -> rx.Component:
    """Logging out is a post: a link could be followed from anywhere."""
    return native_form(
        rx.el.button("Log out", type="submit", class_name="menu-link wide-only"),
        action="/api/browser/logout",
        method="post",
    )


def _icon(name: str) -> rx.Component:
    paths = {
        "moon": "M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z",
        "sun": "M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10ZM12 1v3M12 20v3M4.2 4.2l2.1 2.1M17.7 17.7l2.1 2.1M1 12h3M20 12h3"
        "M4.2 19.8l2.1-2.1M17.7 6.3l2.1-2.1",
    }
    return rx.el.svg(
        rx.el.path(d=paths[name]),
        view_box="0 0 24 24",
        width="20",
        height="20",
        class_name="line-icon",
        aria_hidden="true",
    )
