"""HTML that Reflex does not offer as it stands."""

import reflex as rx


class NativeForm(rx.el.Div):
    """A form that the browser posts itself, so that the answer can set a cookie no script can read."""

    tag = "form"

    action: rx.Var[str]
    method: rx.Var[str]


native_form = NativeForm.create
