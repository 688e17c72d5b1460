"""Who is logged in, for every page's state."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import wraps
from http.cookies import CookieError, SimpleCookie
from typing import Any, ParamSpec, TypeVar
from urllib.parse import quote

import reflex as rx

from adgen_app import log
from adgen_app.domain.account import Account
from adgen_app.errors import AdGenError, NotLoggedIn
from adgen_app.services import accounts
from adgen_app.session import SESSION_COOKIE

P = ParamSpec("P")
T = TypeVar("T")


class LoginNeeded(NotLoggedIn):
    """An event came without a session; carries where to come back to."""

    def __init__(self, back: str) -> None:
        """`back` is the path and query of the page that the event came from."""
        super().__init__()
        self.login_page = f"/login?next={quote(back, safe='')}"


async def in_thread(act: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run what waits for the database or the disk beside the event loop."""
    return await asyncio.to_thread(act, *args, **kwargs)


class SessionState(rx.State):
    """The session that the page's connection was opened with: its cookie, which no script can read."""

    username: str = ""
    trouble: str = ""
    _owner: str = ""

    async def _require_user(self) -> Account:
        """Who sent this event. Every handler asks, for anyone can call it. Raises LoginNeeded."""
        token = cookie_value(self.router.headers.cookie)
        try:
            account = await in_thread(accounts.authenticate, token)
        except NotLoggedIn as error:
            raise LoginNeeded(self._here()) from error
        if self._owner not in ("", account.id):
            await self._forget()
        self._owner, self.username = account.id, account.username
        return account

    @rx.event
    async def greet(self) -> None:
        """Learn the visitor's name on pages that are for everyone."""
        self.trouble = ""
        try:
            await self._require_user()
        except LoginNeeded:
            await self._forget()

    async def _forget(self) -> None:
        """A tab outlives its sessions: what it showed to one account is not for the next."""
        session = await self.get_state(SessionState)
        for each in (session, *[await self.get_state(page) for page in SessionState.__subclasses__()]):
            each.reset()

    async def _order(self, act: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run what asks for an ad, under the id that a proxy gave the connection of this page."""
        given = str(self.router.headers.raw_headers.get("x-request-id", ""))

        def under_id() -> T:
            log.bind(request_id=log.request_id(given))
            return act(*args, **kwargs)

        return await in_thread(under_id)

    def _here(self) -> str:
        url = self.router.url
        path = url.path.rstrip("/") or "/"
        return f"{path}?{url.query}" if url.query else path


def loads(load: Callable[[Any], Awaitable[T]]) -> Callable[[Any], Awaitable[T | None]]:
    """Mark the handler that loads a page: if it can't, the page says why and offers to try again."""

    @wraps(load)
    async def loading(state: SessionState) -> T | None:
        state.trouble = ""
        try:
            return await load(state)
        except LoginNeeded:
            raise
        except AdGenError as error:
            state.trouble = str(error)
            return None

    return loading


def cookie_value(header: str) -> str:
    """The session's token in a Cookie header, empty if there is none."""
    try:
        morsel = SimpleCookie(header).get(SESSION_COOKIE)
    except CookieError:
        return ""
    return morsel.value if morsel else ""
