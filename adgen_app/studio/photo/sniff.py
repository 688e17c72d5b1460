"""What a file is that is no picture of ours, told by its first bytes."""

import re

from adgen_app.errors import Unreadable

TAKEN = "JPEG, PNG, WebP, GIF, AVIF, TIFF or BMP"
_SVG = re.compile(rb"^(\xef\xbb\xbf)?\s*(<\?xml[^>]*>\s*|<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*<([\w-]+:)?svg\b", re.DOTALL)
_HEIC = re.compile(rb"^.{4}ftyp(heic|heix|heim|heis|hevc|hevx|mif1|msf1)", re.DOTALL)
_VIDEO = re.compile(rb"^(.{4}ftyp|\x1aE\xdf\xa3|RIFF.{4}AVI )", re.DOTALL)
_HEAD = 2048


def no_picture(data: bytes) -> Unreadable:
    """The refusal that says what to do with such a file."""
    head = data[:_HEAD]
    if not data:
        return Unreadable("This file is empty.", code="NOT_A_PICTURE")
    if _SVG.match(head):
        return _refused("an SVG drawing", "Please export it as a PNG, 1000 pixels wide or more, and choose that.")
    if _HEIC.match(head):
        return _refused(
            "a HEIC photo, which only phones read well",
            "Please save it as JPEG: on an iPhone set Camera > Formats to Most Compatible, or send yourself the photo.",
        )
    if head.startswith(b"%PDF"):
        return _refused("a PDF", "Please save the page as a PNG or JPEG, and choose that.")
    if _VIDEO.match(head):
        return _refused("a video", "Please choose a still picture.")
    return Unreadable(f"This file is no picture that we can read. Please choose a {TAKEN}.", code="NOT_A_PICTURE")


def _refused(what: str, advice: str) -> Unreadable:
    return Unreadable(f"This is {what}. {advice}", code="NOT_A_PICTURE")
