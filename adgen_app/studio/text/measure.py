"""How large a word is, in em, from its shaped glyphs."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import skia
from numpy.typing import NDArray
from skia import textlayout

from adgen_app.studio.text.words import rtl
from adgen_app.studio.typefaces import Face, library

_REFERENCE = 64
_PAD = 48
_RIGHT_TO_LEFT = "\u200f"
"""A mark that has the signs at either end of a word stand where readers of its script look for them."""
_UNICODE = skia.Unicodes.ICU.Make()


@dataclass(frozen=True, slots=True)
class Extent:
    """A word's advance and its ink around the start of its baseline; y grows downwards."""

    advance: float
    left: float
    top: float
    right: float
    bottom: float


def paragraph(text: str, face: Face, language: str, size: float, argb: int) -> textlayout.Paragraph:
    """One line of text, shaped, in the face with fallbacks."""
    style = textlayout.TextStyle()
    style.setFontFamilies([skia.String(name) for name in library().families(text, face.family, language)])
    style.setFontSize(size)
    style.setLetterSpacing(0.0 if _joined(text) else face.tracking * size)
    style.setColor(argb)
    lines = textlayout.ParagraphStyle()
    lines.setTextStyle(style)
    builder = textlayout.ParagraphBuilder.make(lines, library().collection, _UNICODE)
    builder.addText(f"{_RIGHT_TO_LEFT}{text}{_RIGHT_TO_LEFT}" if rtl(text) else text)
    built = builder.Build()
    built.layout(100_000)
    return built


@lru_cache(maxsize=4096)
def extent(text: str, face: Face, language: str) -> Extent:
    """Measure once at a reference size; glyphs are not hinted, so sizes are proportional."""
    shaped = paragraph(text, face, language, _REFERENCE, 0xFFFFFFFF)
    width = int(shaped.LongestLine) + 2 * _PAD
    height = int(shaped.Height) + 2 * _PAD
    mask = np.zeros((height, width), np.uint8)
    canvas_on(mask, lambda canvas: shaped.paint(canvas, _PAD, _PAD))
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    advance = shaped.LongestLine / _REFERENCE
    if rows.size == 0:
        return Extent(advance, 0.0, -0.7, advance, 0.0)
    baseline = _PAD + shaped.AlphabeticBaseline
    return Extent(
        advance=advance,
        left=(int(columns[0]) - _PAD) / _REFERENCE,
        top=(int(rows[0]) - baseline) / _REFERENCE,
        right=(int(columns[-1]) + 1 - _PAD) / _REFERENCE,
        bottom=(int(rows[-1]) + 1 - baseline) / _REFERENCE,
    )


def canvas_on(mask: NDArray[np.uint8], paint: Callable[[skia.Canvas], None]) -> None:
    """Draw with Skia into an 8-bit coverage mask."""
    height, width = mask.shape
    form = skia.ImageInfo.Make(width, height, skia.kAlpha_8_ColorType, skia.kPremul_AlphaType)
    surface = skia.Surface.MakeRasterDirect(form, mask)
    with surface as canvas:
        paint(canvas)


def space(face: Face, language: str) -> float:
    """Width of a space, in em."""
    return extent("n n", face, language).advance - 2 * extent("n", face, language).advance


def _joined(text: str) -> bool:
    """Arabic and Indic letters join; tracking would tear them apart."""
    return any(0x0590 <= ord(character) <= 0x0DFF for character in text)
