"""The door that the pages' uploads come through: Reflex itself would let anybody in."""

from fastapi import Request
from fastapi.concurrency import run_in_threadpool
from starlette.middleware.body_limit import RequestBodyLimitMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from adgen_app.api import failures
from adgen_app.api.deps import same_origin
from adgen_app.config import settings
from adgen_app.domain.brief import PHOTOS_MAX
from adgen_app.errors import AdGenError, NotFound
from adgen_app.services import accounts
from adgen_app.session import SESSION_COOKIE

UPLOAD = "/_upload"
_AROUND = 1024 * 1024
"""Bytes of a request beyond its files."""


class Door:
    """Lets files in from our own pages with a session, as many as an ad takes; none come out, for none are kept."""

    def __init__(self, pages: ASGIApp) -> None:
        """Wrap Reflex."""
        self.limited = RequestBodyLimitMiddleware(pages, max_body_size=PHOTOS_MAX * settings().upload_bytes + _AROUND)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Ask who is there before anything is read."""
        request = Request(scope)
        answer: ASGIApp = self.limited
        try:
            if request.method != "POST" or request.url.path != UPLOAD:
                raise NotFound
            same_origin(request)
            await run_in_threadpool(accounts.authenticate, request.cookies.get(SESSION_COOKIE, ""))
        except AdGenError as error:
            answer = await failures.on_ours(request, error)
        await answer(scope, receive, send)


def leads_to(path: str) -> bool:
    """Whether a path is the door's."""
    return path == UPLOAD or path.startswith(f"{UPLOAD}/")
