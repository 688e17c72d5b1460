"""The API as one application, to be put over the pages."""

from importlib import import_module
from pkgutil import iter_modules

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Receive, Scope, Send

from adgen_app import __version__
from adgen_app.api import failures, routes
from adgen_app.api.door import UPLOAD, Door, leads_to
from adgen_app.api.measured import Measured
from adgen_app.api.middleware import FOR_PAGES, Protected, around
from adgen_app.api.routes.docs import OPENAPI
from adgen_app.errors import AdGenError

_PREFIX = "/api"


def create() -> FastAPI:
    """The API alone. It knows nothing but paths under /api, and starts and stops nothing."""
    api = FastAPI(
        title="AdGen",
        version=__version__,
        description="From what you sell to a finished video ad.",
        docs_url=None,
        redoc_url=None,
        openapi_url=OPENAPI,
        redirect_slashes=False,
        responses=failures.documented(413, 422, 503),
    )
    api.add_middleware(around)
    api.add_exception_handler(AdGenError, failures.on_ours)
    api.add_exception_handler(RequestValidationError, failures.on_invalid)
    api.add_exception_handler(HTTPException, failures.on_http)
    for module in iter_modules(routes.__path__, f"{routes.__name__}."):
        api.include_router(import_module(module.name).router)
    return api


def over(pages: ASGIApp) -> ASGIApp:
    """The pages with the API over them; what is not under /api reaches the pages as it came, uploads by their door."""
    protected = Protected(FOR_PAGES, pages)
    api, shown, door = create(), Measured(protected, lambda _: "pages"), Measured(Door(protected), lambda _: UPLOAD)

    async def either(scope: Scope, receive: Receive, send: Send) -> None:
        chosen = door if _uploads(scope) else api if _ours(scope) else shown
        await chosen(scope, receive, send)

    return either


def _ours(scope: Scope) -> bool:
    path: str = scope.get("path", "")
    return scope["type"] == "http" and (path == _PREFIX or path.startswith(f"{_PREFIX}/"))


def _uploads(scope: Scope) -> bool:
    return scope["type"] == "http" and leads_to(scope.get("path", ""))
