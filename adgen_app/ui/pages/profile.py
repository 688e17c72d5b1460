"""The account: who, how many, how well; password, farewell."""

import reflex as rx
from reflex.event import EventSpec

from adgen_app.domain.account import PASSWORD_MIN
from adgen_app.security import read_notice
from adgen_app.services import accounts
from adgen_app.ui.cards import day
from adgen_app.ui.components.elements import native_form
from adgen_app.ui.components.form import field, notice, text_input
from adgen_app.ui.page import page
from adgen_app.ui.state import SessionState, in_thread, loads

DONE = {"password": "Your password is changed. Other browsers are logged out."}


class ProfileState(SessionState):
    """What the profile page shows."""

    email: str = ""
    total: int = 0
    cost: str = ""
    rate: str = ""
    since: str = ""
    last: str = ""
    last_time: str = ""
    problem: str = ""
    leaving: bool = False
    """Whether the problem is one of deleting the account."""
    loaded: bool = False

    @rx.event
    @loads
    async def load(self) -> list[EventSpec]:
        """Account and how its ads fared."""
        user = await self._require_user()
        profile = await in_thread(accounts.profile, user.id)
        asked = self.router.url.query_parameters
        self.problem = read_notice(asked.get("error", ""))
        self.leaving = bool(self.problem) and asked.get("at", "") == "delete"
        self.email = profile.email or ""
        self.total = profile.total_generations
        self.cost = f"${profile.total_cost:.2f}"
        self.rate = "no ads yet" if profile.success_rate is None else f"{profile.success_rate:.0%}"
        self.since = day(profile.created_at)
        self.last = day(profile.last_login) if profile.last_login else "never"
        self.last_time = f"{profile.last_login:%H:%M} UTC" if profile.last_login else ""
        self.loaded = True
        done = DONE.get(asked.get("done", ""))
        # Said once: the address that says it is left.
        return [rx.toast.success(done), rx.redirect("/profile", replace=True)] if done else []


@page("/profile", title="Profile", on_load=ProfileState.load)
def profile() -> rx.Component:
    """Numbers first, then what can be changed."""
    return rx.el.div(
        rx.el.div(
            rx.el.div(
                rx.el.h1(ProfileState.username, class_name="broken-anywhere"),
                rx.cond(ProfileState.email != "", rx.el.p(ProfileState.email, class_name="lead broken-anywhere")),
                class_name="page-head",
            ),
            native_form(
                rx.el.button("Log out", type="submit", class_name="button quiet"),
                action="/api/browser/logout",
                method="post",
            ),
            class_name="section-head",
        ),
        rx.cond(ProfileState.leaving, rx.fragment(), rx.cond(ProfileState.problem != "", notice(ProfileState.problem))),
        rx.cond(ProfileState.loaded, _numbers(), rx.el.div(class_name="card skeleton numbers")),
        _password(),
        _farewell(),
        class_name="column",
    )


def _numbers() -> rx.Component:
    facts = (
        ("Videos", ProfileState.total),
        ("Spent", ProfileState.cost),
        ("Success rate", ProfileState.rate),
        ("Member since", ProfileState.since),
        ("Last login", rx.fragment(ProfileState.last, rx.el.small(ProfileState.last_time))),
    )
    return rx.el.dl(
        *[rx.el.div(rx.el.dt(name), rx.el.dd(value)) for name, value in facts],
        class_name="card numbers",
    )


def _password() -> rx.Component:
    return rx.el.section(
        rx.el.h2("Change password"),
        native_form(
            field(
                "Current password",
                text_input("current", kind="password", auto_complete="current-password", required=True),
                name="current",
            ),
            field(
                "New password",
                text_input(
                    "new",
                    kind="password",
                    hint=True,
                    auto_complete="new-password",
                    required=True,
                    min_length=PASSWORD_MIN,
                ),
                hint="At least 8 characters. Every other browser is logged out.",
                name="new",
            ),
            rx.el.button("Change password", type="submit", class_name="button quiet"),
            action="/api/browser/password",
            method="post",
        ),
        class_name="card stack",
    )


def _farewell() -> rx.Component:
    return rx.el.details(
        rx.el.summary("Delete account"),
        rx.el.p("Your account, all your ads and their files are removed for good.", class_name="muted"),
        native_form(
            field(
                "Password",
                text_input("password", kind="password", auto_complete="current-password", required=True),
                name="password",
            ),
            rx.cond(ProfileState.leaving, notice(ProfileState.problem)),
            rx.el.button("Delete my account and all my ads", type="submit", class_name="button danger-fill"),
            action="/api/browser/delete-account",
            method="post",
        ),
        open=ProfileState.leaving,
        class_name="card more danger-zone",
    )
