"""Words drawn once, to be placed many times."""

import math
from dataclasses import dataclass

import numpy as np
import skia

from adgen_app.studio.look.backdrop import surface
from adgen_app.studio.text.fit import Placed
from adgen_app.studio.text.measure import paragraph
from adgen_app.studio.typefaces import Face

_PAD = 4
LINEAR = skia.SamplingOptions(skia.FilterMode.kLinear)


@dataclass(frozen=True, slots=True)
class Sprite:
    """A picture and where its corner stands from the start of the word's baseline."""

    image: skia.Image
    dx: float
    dy: float


def sprite(word: Placed, face: Face, language: str, size: float, argb: int) -> Sprite:
    """The word in its colour, at its size."""
    shaped = paragraph(word.text, face, language, size, argb)
    ink = word.extent
    left, top = math.floor(ink.left * size) - _PAD, math.floor(ink.top * size) - _PAD
    width = math.ceil(ink.right * size) + _PAD - left
    height = math.ceil(ink.bottom * size) + _PAD - top
    pixels = np.zeros((max(1, height), max(1, width), 4), np.uint8)
    with surface(pixels) as canvas:
        shaped.paint(canvas, -left, -shaped.AlphabeticBaseline - top)
    form = skia.ImageInfo.Make(pixels.shape[1], pixels.shape[0], skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType)
    return Sprite(skia.Image.MakeRasterCopy(skia.Pixmap(form, pixels, pixels.strides[0])), left, top)
