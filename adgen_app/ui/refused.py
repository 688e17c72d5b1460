"""Files that the browser does not send: what it tells of them, and what is said to their owner."""

from collections.abc import Mapping, Sequence
from typing import Any

import reflex as rx

from adgen_app.services import assets

UNFIT = (
    "We can't use that kind of file. Pictures may be JPEG, PNG, WebP, GIF, AVIF, TIFF or BMP; "
    "music and voices MP3, WAV, M4A, OGG or FLAC."
)
_NAME_MAX = 60


def told(refused: Any) -> rx.Var[Any]:  # noqa: ANN401  # react-dropzone's rejections, in the browser
    """Names and codes: a file itself is more than the server's socket takes, and would end the connection."""
    return refused.to(list[dict[str, Any]]).map(
        lambda each: {
            "name": each["file"].to(dict[str, str])["name"],
            "codes": each["errors"].to(list[dict[str, str]]).map(lambda error: error["code"]),
        }
    )


def why(refused: Sequence[Mapping[str, Any]]) -> str:
    """What is wrong with the first of them, and how many more there are."""
    if not refused:
        return UNFIT
    first, more = refused[0], len(refused) - 1
    name = str(first.get("name", ""))[:_NAME_MAX]
    others = f" {more} more left out." if more else ""
    return f"{name}: {_sentence(first.get('codes', ()))}{others}"


def _sentence(codes: Sequence[object]) -> str:
    if "file-invalid-type" in codes:
        return UNFIT
    if "file-too-large" in codes:
        return str(assets.too_large())
    return "Choose one file at a time." if "too-many-files" in codes else UNFIT
