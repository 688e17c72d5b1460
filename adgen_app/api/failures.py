"""Every error under /api in its one shape."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from adgen_app.api.schemas.wire import Failure, Fault
from adgen_app.domain.refusal import refusal
from adgen_app.errors import AdGenError, NotFound, NotLoggedIn, TooLarge, TooMany, Unavailable
from adgen_app.log import logger
from adgen_app.services import assets

UPLOADS = frozenset({"/api/assets", "/_upload"})
"""Where files may be sent to: by programs, by the pages."""
_BY_STATUS = {
    400: Fault(code="BAD_REQUEST", message="The request can't be understood."),
    404: Fault(code=NotFound.code, message=NotFound.sentence),
    405: Fault(code="METHOD_NOT_ALLOWED", message="This address does not take that method."),
    413: Fault(code="TOO_LARGE", message="The request is too large: 1 MB at most."),
    416: Fault(code="RANGE_NOT_SATISFIABLE", message="The file does not have that part."),
}
_UNKNOWN = Fault(code=AdGenError.code, message=AdGenError.sentence)


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """For a route's `responses`: the statuses, each in the shape of every error."""
    return {status: {"model": Failure, "description": HTTPStatus(status).phrase} for status in statuses}


def of_status(status: int, path: str = "") -> Failure:
    """An error that is known by its status alone; what is too large depends on where it was sent."""
    if status == TooLarge.status and path in UPLOADS:
        return Failure(error=Fault(code=TooLarge.code, message=str(assets.too_large())))
    return Failure(error=_BY_STATUS.get(status, _UNKNOWN))


async def on_ours(_request: Request, error: Exception) -> JSONResponse:
    """An error of our own tree."""
    if not isinstance(error, AdGenError):
        raise error
    if isinstance(error, Unavailable):
        logger.error("a part of ours is down", exc_info=error)
    return _answer(error, _headers(error))


async def on_invalid(_request: Request, error: Exception) -> JSONResponse:
    """What FastAPI could not read."""
    if not isinstance(error, RequestValidationError):
        raise error
    return _answer(refusal(error.errors()))


async def on_http(request: Request, error: Exception) -> JSONResponse:
    """What FastAPI or Starlette refuse by themselves."""
    if not isinstance(error, HTTPException):
        raise error
    found = of_status(error.status_code, request.url.path)
    return JSONResponse(found.model_dump(), status_code=error.status_code, headers=error.headers)


def _answer(error: AdGenError, headers: Mapping[str, str] | None = None) -> JSONResponse:
    shape = Failure(error=Fault(code=error.code_here, message=str(error)))
    return JSONResponse(shape.model_dump(), status_code=error.status, headers=headers)


def _headers(error: AdGenError) -> dict[str, str]:
    if isinstance(error, TooMany | Unavailable):
        return {"Retry-After": str(error.retry_after)}
    return {"WWW-Authenticate": "Bearer"} if isinstance(error, NotLoggedIn) else {}
