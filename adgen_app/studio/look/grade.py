"""A style's colour grade, laid on light and on photographs, never on letters, logos or flat brand colours."""

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np

from adgen_app.studio.look.colour import Rgb
from adgen_app.studio.look.pixels import Frame

_NEUTRAL = Rgb(0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Grade:
    """Small shifts: a tint for the dark parts, one for the light parts, contrast around the middle, colourfulness."""

    shadows: Rgb = _NEUTRAL
    """Added to each channel where it is dark; -0.05 to 0.05."""
    lights: Rgb = _NEUTRAL
    contrast: float = 0.0
    """0 leaves as it is, 0.1 is clearly more."""
    saturation: float = 1.0


def graded(pixels: Frame, grade: Grade) -> Frame:
    """The picture in the grade; its alpha, not premultiplied, stays."""
    toned = cv2.LUT(pixels, _table(grade))
    grey = cv2.cvtColor(cv2.cvtColor(toned, cv2.COLOR_BGRA2GRAY), cv2.COLOR_GRAY2BGRA)
    mixed = cv2.addWeighted(toned, grade.saturation, grey, 1 - grade.saturation, 0.0)
    mixed[:, :, 3] = pixels[:, :, 3]
    return np.asarray(mixed, np.uint8)


@lru_cache(maxsize=16)
def _table(grade: Grade) -> Frame:
    """What each value of each channel becomes: 256 x 1 x 4."""
    value = np.linspace(0.0, 1.0, 256)
    curve = value + grade.contrast * np.sin((value - 0.5) * 2 * np.pi) / np.pi
    dark, light = (1 - value) ** 2, value**2
    table = np.empty((256, 1, 4), np.float64)
    for channel, (low, high) in enumerate(zip(grade.shadows[::-1], grade.lights[::-1], strict=True)):
        table[:, 0, channel] = curve + low * dark * (value > 0) + high * light
    table[:, 0, 3] = value
    return np.clip(np.rint(table * 255), 0, 255).astype(np.uint8)
