"""Counts, times, traces every request by its route."""

import time
from collections.abc import Callable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from adgen_app.observe import metrics, traces

_SERVER_ERROR = 500


def by_route(scope: Scope) -> str:
    """The template of its route."""
    return getattr(scope.get("route"), "path", "none")


class Measured:
    """Knows requests by a name that is one of a few: a path holds ids, and anybody can invent one."""

    def __init__(self, app: ASGIApp, name: Callable[[Scope], str]) -> None:
        """Wrap an application; `name` is asked when it has answered."""
        self.app = app
        self.name = name

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass it on; a websocket is no request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        method, began = scope["method"], time.perf_counter()
        status, took = _SERVER_ERROR, None

        async def told(message: Message) -> None:
            nonlocal status, took
            if message["type"] == "http.response.start":
                status, took = message["status"], time.perf_counter() - began
            await send(message)

        with traces.span("request", serving=True) as span:
            try:
                await self.app(scope, receive, told)
            finally:
                route = self.name(scope)
                metrics.answered(method, route, status, took or time.perf_counter() - began)
                known = method if method in metrics.METHODS else "other"
                attributes = {"http.request.method": known, "http.route": route, "http.response.status_code": status}
                span.note(f"{known} {route}", **attributes)
