"""HTML that Reflex does not offer as it stands."""

import reflex as rx


class NativeForm(rx.el.Div):
    """A form that the browser posts itself, so that the answer can set a cookie no script can read."""

    tag = "form"

    action: rx.Var[str]
    method: rx.Var[str]


class NativeLink(rx.el.Div):
    """A link that the browser follows itself: to a place on the page, or to what is no page of ours."""

    tag = "a"

    href: rx.Var[str]


native_form = NativeForm.create
native_link = NativeLink.create
