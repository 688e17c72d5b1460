"""What happens around every request to the API."""

import time
from collections.abc import Mapping

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware.body_limit import RequestBodyLimitMiddleware
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from adgen_app import log
from adgen_app.api import failures
from adgen_app.api.measured import Measured, by_route
from adgen_app.config import settings

BODY_MAX = 1024 * 1024
_ERRORS = 400
_SERVER_ERROR = 500
_EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
}
"""For every answer that does not say otherwise itself."""
FOR_PROGRAMS = {
    **_EVERYWHERE,
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
}
FOR_PAGES = {
    **_EVERYWHERE,
    "Content-Security-Policy": (
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob: https:; media-src 'self' blob: https:; connect-src 'self' ws: wss:; "
        "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
    ),
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
"""Pages start themselves with scripts of their own, and Reflex shows its notices by evaluating one; pictures and films
may come from a bucket elsewhere."""


def around(app: ASGIApp) -> ASGIApp:
    """From the outside in: log line, metrics, headers, shape of errors, CORS, what nobody expected, limited body."""
    answering = Protected(FOR_PROGRAMS, Shaped(_cors(Caught(Limited(app)))))
    guarded = Logged(Measured(answering, by_route))

    async def only_http(scope: Scope, receive: Receive, send: Send) -> None:
        await (guarded if scope["type"] == "http" else app)(scope, receive, send)

    return only_http


def _cors(app: ASGIApp) -> ASGIApp:
    """Foreign pages come with a token, never with our cookie."""
    return CORSMiddleware(
        app,
        allow_origins=settings().cors_origins,
        allow_methods=("GET", "HEAD", "POST", "DELETE"),
        allow_headers=("Authorization", "Content-Type", "Range", "X-Request-ID"),
        expose_headers=("Retry-After", "X-Request-ID", "Content-Disposition", "Content-Range", "Accept-Ranges"),
    )


class Limited:
    """Reads no more of a request than is taken there: a file where files are, else little."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self.usual = RequestBodyLimitMiddleware(app, max_body_size=BODY_MAX)
        self.upload = RequestBodyLimitMiddleware(app, max_body_size=settings().upload_bytes + BODY_MAX)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass it on."""
        takes_files = scope["method"] == "POST" and scope["path"] in failures.UPLOADS
        await (self.upload if takes_files else self.usual)(scope, receive, send)


class Logged:
    """Gives every request an id, and one line in the log without its query, which may hold a link's signature."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Note how it went, whatever happens."""
        request_id = log.request_id(Headers(scope=scope).get("x-request-id", ""))
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

    def __init__(self, headers: Mapping[str, str], app: ASGIApp) -> None:
        """Wrap an application."""
        self.headers = headers
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass it on, and its answer back with more headers; a websocket has none."""

        async def protected(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self.headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, protected)


class Shaped:
    """Gives the one shape to errors that come as text, keeping their headers, such as Content-Range."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass it on, and its answer back in shape."""
        replaced = False

        async def shaped(message: Message) -> None:
            nonlocal replaced
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                replaced = message["status"] >= _ERRORS and "json" not in headers.get("content-type", "")
                if replaced:
                    await _fail(send, scope, message["status"], headers)
            if not replaced:
                await send(message)

        await self.app(scope, receive, shaped)


class Caught:
    """Answers for an error that nobody expected."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass it on; an error ends up in the log, not at the user."""
        started = False

        async def noted(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, noted)
        except Exception:
            log.logger.exception("a request failed")
            if started:
                raise
            await _fail(send, scope, _SERVER_ERROR, MutableHeaders())


async def _fail(send: Send, scope: Scope, status: int, headers: MutableHeaders) -> None:
    content = failures.of_status(status, scope["path"]).model_dump_json().encode()
    headers["content-type"] = "application/json"
    headers["content-length"] = str(len(content))
    await send({"type": "http.response.start", "status": status, "headers": headers.raw})
    await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else content})
