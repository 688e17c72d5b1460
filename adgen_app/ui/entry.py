"""What the login and register pages share: the card, and what they were sent back with."""

import reflex as rx
from reflex.event import EventSpec

from adgen_app.security import read_notice
from adgen_app.session import local
from adgen_app.ui.components.form import notice
from adgen_app.ui.components.frame import logo
from adgen_app.ui.state import LoginNeeded, SessionState, loads


class EntryState(SessionState):
    """What the login and register pages were sent back with."""

    error: str = ""
    typed_name: str = ""
    email: str = ""
    back: str = ""

    @rx.event
    @loads
    async def read(self) -> EventSpec | None:
        """Take it from the address; who is logged in goes on to where they wanted to be, others to the form."""
        asked = self.router.url.query_parameters
        self.error = read_notice(asked.get("error", ""))
        self.typed_name = asked.get("username", "")[:50]
        self.email = asked.get("email", "")[:255]
        self.back = asked.get("next", "")[:500]
        try:
            await self._require_user()
        except LoginNeeded:
            wrong = "password" if self.router.url.path.startswith("/login") else "username"
            return rx.set_focus(wrong) if self.error else None
        return rx.redirect(local(asked.get("next", "")))


def entry(title: str, lead: str, form: rx.Component, foot: rx.Component) -> rx.Component:
    """The narrow card of both pages."""
    return rx.el.div(
        logo(),
        rx.el.div(
            rx.el.h1(title),
            rx.el.p(lead, class_name="muted"),
            rx.cond(EntryState.error != "", notice(EntryState.error)),
            form,
            class_name="card entry-card",
        ),
        rx.el.p(foot, class_name="muted"),
        class_name="entry",
    )
