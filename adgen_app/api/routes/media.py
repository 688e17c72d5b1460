"""The files of an ad, for its user alone."""

from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Query, Response
from fastapi.responses import RedirectResponse

from adgen_app import storage
from adgen_app.api.deps import Viewer
from adgen_app.api.failures import documented
from adgen_app.api.ranged import ELSEWHERE, stored
from adgen_app.domain.account import UserId
from adgen_app.domain.generation import Companion, Generation, GenerationId, GivenGenerationId, Status
from adgen_app.errors import NotReady
from adgen_app.services import generations
from adgen_app.services.discard import files_of

router = APIRouter(prefix="/api", tags=["files"])

Download = Annotated[bool, Query(description="To save, not to show.")]
_TYPES = {
    Companion.PREVIEW: "image/webp",
    Companion.SUBRIP: "application/x-subrip",
    Companion.WEBVTT: "text/vtt; charset=utf-8",
}
_NEVER = {
    Status.FAILED: "This ad could not be made: it has no files.",
    Status.CANCELLED: "This ad was cancelled: it has no files.",
}
_ERRORS = documented(400, 401, 404, 416, 429)


def _served(media_type: str) -> dict[int | str, dict[str, Any]]:
    content: dict[str, Any] = {"content": {media_type: {"schema": {"type": "string", "format": "binary"}}}}
    part = {206: {"description": "A part of the file", **content}, **ELSEWHERE}
    return {200: {"description": "The file", **content}, **part, **_ERRORS}


def _told(media_type: str) -> dict[int | str, dict[str, Any]]:
    content: dict[str, Any] = {"content": {media_type: {"schema": {"type": "string"}}}}
    return {200: {"description": "The file", **content}, **documented(400, 401, 404, 429)}


@router.head("/video/{generation_id}", include_in_schema=False)
@router.get("/video/{generation_id}", response_class=Response, responses=_served("video/mp4"))
def video(viewer: Viewer, generation_id: GivenGenerationId, download: Download = False) -> Response:
    """The finished ad; ranges work."""
    ad = _finished(viewer, generation_id)
    return _file(ad.video_path, f"ad_{ad.id}.mp4", "video/mp4", download=download)


@router.head("/thumbnail/{generation_id}", include_in_schema=False)
@router.get("/thumbnail/{generation_id}", response_class=Response, responses=_served("image/jpeg"))
def thumbnail(viewer: Viewer, generation_id: GivenGenerationId, download: Download = False) -> Response:
    """A still of the finished ad."""
    ad = _finished(viewer, generation_id)
    return _file(ad.thumbnail_path, f"ad_{ad.id}.jpg", "image/jpeg", download=download)


@router.head("/generations/{generation_id}/preview.webp", include_in_schema=False)
@router.get(
    "/generations/{generation_id}/preview.webp", response_class=Response, responses=_served(_TYPES[Companion.PREVIEW])
)
def preview(viewer: Viewer, generation_id: GivenGenerationId) -> Response:
    """A few seconds of the ad that play by themselves, 360 pixels wide. Ads of an early version have none."""
    ad = _finished(viewer, generation_id)
    key = files_of(ad.id) + Companion.PREVIEW
    return _file(key, f"ad_{ad.id}.webp", _TYPES[Companion.PREVIEW], download=False)


@router.head("/generations/{generation_id}/captions.vtt", include_in_schema=False)
@router.get(
    "/generations/{generation_id}/captions.vtt", response_class=Response, responses=_told(_TYPES[Companion.WEBVTT])
)
def captions_vtt(viewer: Viewer, generation_id: GivenGenerationId) -> Response:
    """What the ad says, timed, for a browser's player."""
    return _captions(viewer, generation_id, Companion.WEBVTT)


@router.head("/generations/{generation_id}/captions.srt", include_in_schema=False)
@router.get(
    "/generations/{generation_id}/captions.srt", response_class=Response, responses=_told(_TYPES[Companion.SUBRIP])
)
def captions_srt(viewer: Viewer, generation_id: GivenGenerationId) -> Response:
    """What the ad says, timed, as most programs and platforms take it."""
    return _captions(viewer, generation_id, Companion.SUBRIP)


def _captions(viewer: UserId, generation_id: GenerationId, companion: Companion) -> Response:
    """Sent from here and not from a bucket: a player takes captions from its own page's address only."""
    ad = _finished(viewer, generation_id)
    content = storage.read(files_of(ad.id) + companion)
    name = f"ad_{ad.id}{Path(companion.value).suffix}"
    headers = {"Cache-Control": "private, max-age=3600", "Content-Disposition": f'inline; filename="{name}"'}
    return Response(content, media_type=_TYPES[companion], headers=headers)


def _finished(viewer: UserId, generation_id: GenerationId) -> Generation:
    ad = generations.get(viewer, generation_id)
    if ad.status is not Status.COMPLETED:
        raise NotReady(_NEVER.get(ad.status))
    return ad


def _file(key: str | None, name: str, media_type: str, *, download: bool) -> Response:
    if key is None:
        raise NotReady
    place = storage.locate(key)
    if isinstance(place, Path):
        return stored(place, name, media_type, download=download)
    return RedirectResponse(place, status_code=307)
