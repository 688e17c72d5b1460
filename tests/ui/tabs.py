"""A browser's tab as the server sees it: its state, what it sent along when it connected, the page that it shows."""

import inspect
from collections.abc import Iterator
from types import TracebackType
from typing import Any, Self, TypeVar

import reflex as rx
import wrapt
from reflex.event import EventHandler
from reflex.istate.data import RouterData
from reflex.utils.format import json_dumps

from adgen_app.session import SESSION_COOKIE
from adgen_app.ui import pages

S = TypeVar("S", bound=rx.State)

pages.load()


class Tab:
    """One tab; its events are handled in this process, without a network."""

    def __init__(self, token: str = "", at: str = "/") -> None:
        self.token = token
        self.headers: dict[str, str] = {}
        self.root = rx.State(_reflex_internal_init=True)
        self.go(at)

    def go(self, at: str) -> None:
        """Show another page."""
        cookie = f"theme=dark; {SESSION_COOKIE}={self.token}" if self.token else "theme=dark"
        headers = {"cookie": cookie, "origin": "http://ads.example", **self.headers}
        sent = {"headers": headers, "asPath": at, "token": "tab"}
        self.root.router = RouterData.from_router_data(sent)

    def state(self, cls: type[S]) -> S:
        """Its state of that class."""
        found = self.root.get_substate(cls.get_full_name().split("."))
        assert isinstance(found, cls)
        return found

    async def send(self, handler: EventHandler, *arguments: object) -> list[Any]:
        """Have an event handled; what it leads to."""
        assert handler.state is not None
        state = self.state(handler.state)
        said = handler.fn(Unlocked(state) if handler.is_background else state, *arguments)
        if inspect.isasyncgen(said):
            return [each async for each in said]
        return [await said if inspect.isawaitable(said) else said]

    def shows(self) -> str:
        """Everything that the browser is told."""
        return json_dumps(self.root.dict())


class Unlocked(wrapt.ObjectProxy):
    """A state as background events have it, which ask for the lock with `async with self`."""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None


def states(below: type[rx.State] = rx.State) -> Iterator[type[rx.State]]:
    """Every state of ours."""
    for each in below.__subclasses__():
        if each.__module__.startswith("adgen_app."):
            yield each
        yield from states(each)


def handlers() -> dict[str, EventHandler]:
    """Every event that a browser, or whoever pretends to be one, can send to us."""
    return {
        f"{state.__name__}.{name}": handler
        for state in states()
        for name, handler in state.event_handlers.items()
        if name != "setvar"  # Reflex's own: calls a `set_...`, of which we have none
    }


def led_to(events: list[Any]) -> str:
    """Where the browser is sent by what a handler answered."""
    (event,) = (each for each in events if each is not None)
    arguments = {str(name): str(value) for name, value in event.args}
    return arguments["path"].strip('"')
