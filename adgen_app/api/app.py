"""The API as one application, to be mounted over the pages."""

from importlib import import_module
from pkgutil import iter_modules

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.routing import Match

from adgen_app import __version__
from adgen_app.api import failures, routes
from adgen_app.api.middleware import AroundApi
from adgen_app.api.routes.docs import OPENAPI
from adgen_app.errors import AdGenError, NotFound

_METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]


def create() -> FastAPI:
    """The API. Pages may be mounted behind it: only paths under /api are its own."""
    api = FastAPI(
        title="AdGen",
        version=__version__,
        description="From what you sell to a finished video ad.",
        docs_url=None,
        redoc_url=None,
        openapi_url=OPENAPI,
        redirect_slashes=False,
        responses=failures.documented(422),
    )
    api.add_middleware(AroundApi)
    api.add_exception_handler(AdGenError, failures.on_ours)
    api.add_exception_handler(RequestValidationError, failures.on_invalid)
    api.add_exception_handler(HTTPException, failures.on_http)
    for module in iter_modules(routes.__path__, f"{routes.__name__}."):
        api.include_router(import_module(module.name).router)
    for path in ("/api", "/api/{path:path}"):
        api.add_api_route(path, _unknown, methods=_METHODS, include_in_schema=False)
    return api


async def _unknown(request: Request) -> None:
    """What no route takes. Raises NotFound, or HTTPException 405 if another method would do."""
    matches = [(route, route.matches(request.scope)[0]) for route in request.app.routes]
    allowed = {method for route, match in matches if match is Match.PARTIAL for method in route.methods}
    if not allowed:
        raise NotFound
    raise HTTPException(405, headers={"Allow": ", ".join(sorted(allowed))})
