"""Sends a file, or the part of it that was asked for."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

from fastapi import Response
from fastapi.responses import FileResponse
from starlette.datastructures import Headers
from starlette.staticfiles import NotModifiedResponse
from starlette.types import Receive, Scope, Send

from adgen_app import storage
from adgen_app.config import settings

_RANGE = rb"(\d{1,99}-\d{0,99}|-\d{1,99})"
_RANGES = re.compile(rb"bytes=\s*" + _RANGE + rb"(\s*,\s*" + _RANGE + rb")*\s*", re.IGNORECASE)
ELSEWHERE: dict[int | str, dict[str, Any]] = {
    304: {"description": "You have that version of the file"},
    307: {"description": "Where the file is"},
}
"""For a route's `responses`: what it answers without the file."""
_HEADERS = {"Cache-Control": "private, max-age=3600"}


class RangedFile(FileResponse):
    """A file that only its user's browser keeps. A range that makes no sense is overlooked, as RFC 9110 demands."""

    def __init__(self, path: Path, name: str, media_type: str, *, download: bool) -> None:
        """`name` is what the file is called where it is saved."""
        disposition = "attachment" if download else "inline"
        super().__init__(
            path,
            media_type=media_type,
            filename=name,
            content_disposition_type=disposition,
            headers=_HEADERS,
            stat_result=path.stat(),
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it, unless whoever asks has it already."""
        if _has(Headers(scope=scope), self.headers["etag"]):
            await NotModifiedResponse(self.headers)(scope, receive, send)
            return
        headers = [(name, value) for name, value in scope["headers"] if name != b"range" or _sensible(value)]
        await super().__call__({**scope, "headers": headers}, receive, send)


def stored(path: Path, name: str, media_type: str, *, download: bool) -> Response:
    """A file of the storage on this machine; where Nginx stands in front and has it, Nginx sends it."""
    file = RangedFile(path, name, media_type, download=download)
    if not settings().accel_redirect:
        return file
    headers = {**_HEADERS, "Content-Disposition": file.headers["Content-Disposition"]}
    headers["X-Accel-Redirect"] = f"{settings().accel_redirect}/{quote(storage.within(path))}"
    return Response(media_type=media_type, headers=headers)


def _has(asked: Headers, tag: str) -> bool:
    """Whether whoever asks named the very version that they would get."""
    tags = [each.strip().removeprefix("W/") for each in asked.get("if-none-match", "").split(",")]
    return tag in tags or "*" in tags


def _sensible(value: bytes) -> bool:
    if not _RANGES.fullmatch(value):
        return False
    pairs = (part.strip().partition(b"-") for part in value.partition(b"=")[2].split(b","))
    return all(not first or not last or int(first) <= int(last) for first, _, last in pairs)
