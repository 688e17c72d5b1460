"""What happens around every request to the API."""

import re
import time
from uuid import uuid4

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware.body_limit import RequestBodyLimitMiddleware
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from adgen_app import log
from adgen_app.api import failures
from adgen_app.config import settings

BODY_MAX = 1024 * 1024
_SANE_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_SERVER_ERROR = 500
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
}
"""For every answer that does not say otherwise itself."""


def around(app: ASGIApp) -> ASGIApp:
    """From the outside in: log line, headers, CORS, one shape of errors, limited body."""
    return Logged(Protected(_cors(Shaped(RequestBodyLimitMiddleware(app, max_body_size=BODY_MAX)))))


def _cors(app: ASGIApp) -> ASGIApp:
    """Foreign pages come with a token, never with our cookie."""
    return CORSMiddleware(
        app,
        allow_origins=settings().cors_origins,
        allow_methods=("GET", "HEAD", "POST", "DELETE"),
        allow_headers=("Authorization", "Content-Type", "Range", "X-Request-ID"),
        expose_headers=("Retry-After", "X-Request-ID", "Content-Disposition", "Content-Range", "Accept-Ranges"),
    )


class Logged:
    """Gives every request an id, and one line in the log without its query, which may hold a link's signature."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Note how it went, whatever happens."""
        given = Headers(scope=scope).get("x-request-id", "")
        request_id = given if _SANE_ID.fullmatch(given) else uuid4().hex
        began = time.perf_counter()
        status = _SERVER_ERROR

        async def told(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["X-Request-ID"] = request_id
            await send(message)

        log.bind(request_id=request_id)
        try:
            await self.app(scope, receive, told)
        finally:
            took = round((time.perf_counter() - began) * 1000)
            log.logger.info("request", method=scope["method"], path=scope["path"], status=status, ms=took)
            log.unbind()


class Protected:
    """Adds the headers that keep browsers from guessing, framing and keeping."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass it on, and its answer back with more headers."""

        async def protected(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, protected)


class Shaped:
    """Gives the one shape to errors that come as text or as an exception."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass it on, and its answer back in shape."""
        shaping = _Shaping(scope, send)
        try:
            await self.app(scope, receive, shaping.send)
        except Exception:  # the border of the API: nothing below can act on it
            log.logger.exception("a request failed")
            if shaping.started:
                raise
            await shaping.fail(_SERVER_ERROR, MutableHeaders())


class _Shaping:
    """One answer on its way out."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self.onward = send
        self.empty = scope["method"] == "HEAD"
        self.started = False
        self.replaced = False

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.started = True
            headers = MutableHeaders(scope=message)
            if message["status"] >= 400 and "json" not in headers.get("content-type", ""):  # noqa: PLR2004  # RFC 9110
                self.replaced = True
                await self.fail(message["status"], headers)
                return
        if not self.replaced:
            await self.onward(message)

    async def fail(self, status: int, headers: MutableHeaders) -> None:
        """Answer with the shape, keeping headers such as Content-Range."""
        content = failures.of_status(status).model_dump_json().encode()
        headers["content-type"] = "application/json"
        headers["content-length"] = str(len(content))
        await self.onward({"type": "http.response.start", "status": status, "headers": headers.raw})
        await self.onward({"type": "http.response.body", "body": b"" if self.empty else content})
