"""Photos, logos, tracks, voices: take in, list, send, delete."""

from pathlib import Path, PurePath
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse
from pydantic import ValidationError
from starlette.datastructures import UploadFile

from adgen_app.api.deps import AssetViewer, CurrentUser
from adgen_app.api.failures import documented
from adgen_app.api.ranged import ELSEWHERE, stored
from adgen_app.api.schemas.assets import Discarded, Shelf, Stored, Upload
from adgen_app.domain.asset import AssetKind, GivenAssetId
from adgen_app.domain.refusal import refusal
from adgen_app.errors import InvalidInput
from adgen_app.services import assets

router = APIRouter(prefix="/api", tags=["library"])

Limit = Annotated[int, Query(ge=1, le=100)]
Offset = Annotated[int, Query(ge=0, le=2**31 - 1)]
_TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".m4a": "audio/mp4"}
_BINARY: dict[str, Any] = {"schema": {"type": "string", "format": "binary"}}
_FORM: dict[str, Any] = {
    "type": "object",
    "required": ["file", "kind"],
    "properties": {
        "file": {"type": "string", "format": "binary"},
        "kind": {"type": "string", "enum": [kind.value for kind in AssetKind]},
    },
}
_SENT: dict[int | str, dict[str, Any]] = {
    200: {"description": "The file", "content": dict.fromkeys(_TYPES.values(), _BINARY)},
    206: {"description": "A part of the file"},
    **ELSEWHERE,
}


@router.post(
    "/assets",
    status_code=201,
    responses=documented(400, 401, 403, 409, 429),
    openapi_extra={"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": _FORM}}}},
)
async def add(user: CurrentUser, request: Request) -> Stored:
    """Take in a photo, a logo, a track or a voice. Nothing is read before it is known who sends it."""
    async with request.form(max_files=1, max_fields=8) as form:
        file = form.get("file")
        if not isinstance(file, UploadFile):
            raise InvalidInput("Send the file as multipart/form-data, in a field called file.", code="INVALID_FILE")
        kind = _kind({name: value for name, value in form.items() if name != "file"})
        content = await file.read()
        name = file.filename or ""
    return Stored.of(await run_in_threadpool(assets.add, user.id, kind, name, content))


@router.get("/assets", responses=documented(401, 429))
def page(user: CurrentUser, kind: AssetKind | None = None, limit: Limit = 20, offset: Offset = 0) -> Shelf:
    """Your files, newest first."""
    found = assets.page(user.id, kind=kind, limit=limit, offset=offset)
    return Shelf(total=found.total, limit=limit, offset=offset, assets=[Stored.of(asset) for asset in found.assets])


@router.head("/assets/{asset_id}", include_in_schema=False)
@router.get("/assets/{asset_id}", response_class=Response, responses={**_SENT, **documented(401, 404, 416, 429)})
def content(viewer: AssetViewer, asset_id: GivenAssetId) -> Response:
    """The file itself, as the studio uses it; ranges work."""
    asset = assets.get(viewer, asset_id)
    place = assets.locate(viewer, asset_id)
    if not isinstance(place, Path):
        return RedirectResponse(place, status_code=307)
    ending = PurePath(asset.media).suffix
    return stored(place, PurePath(asset.name).stem + ending, _TYPES[ending], download=False)


@router.delete("/assets/{asset_id}", responses=documented(401, 403, 404, 409, 429))
def delete(user: CurrentUser, asset_id: GivenAssetId) -> Discarded:
    """Delete a file. Finished ads keep what they show; one that an unfinished ad needs stays."""
    assets.delete(user.id, asset_id)
    return Discarded(message="The file is deleted.", asset_id=asset_id)


def _kind(fields: dict[str, Any]) -> AssetKind:
    """Raises InvalidInput."""
    try:
        return Upload.model_validate(fields).kind
    except ValidationError as error:
        raise refusal(error.errors()) from error
