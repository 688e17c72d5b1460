"""Pictures from the folder of media, decoded once."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from adgen_app.errors import StudioFailed
from adgen_app.studio.look.pixels import Frame

SEEN = 8
"""Of 255: what is less opaque than this can't be seen."""
_SMALLEST = 8
"""Pixels of the shorter side below which a picture shows nothing."""
_LOOKED_AT = 300
"""Rows or columns, about."""
_FLAT = 3.0
"""Standard deviation of a channel, of 255, up to which a picture is one colour to the eye: white on off-white."""

Mask = NDArray[np.uint8]
"""Height x width; 255 is all there."""


@dataclass(frozen=True, slots=True, eq=False)
class Photo:
    """A picture: colours, and how opaque they are."""

    pixels: Frame
    """BGR, height x width x 3; not premultiplied."""
    alpha: Mask | None

    @property
    def size(self) -> tuple[int, int]:
        """Width, height."""
        return self.pixels.shape[1], self.pixels.shape[0]

    @property
    def blank(self) -> bool:
        """Whether there is nothing to see: a dot, one colour all over, or transparent everywhere."""
        if min(self.size) < _SMALLEST:
            return True
        step = max(1, min(self.size) // _LOOKED_AT)
        pixels = self.pixels[::step, ::step]
        if self.alpha is None:
            return float(pixels.std(axis=(0, 1)).max()) < _FLAT
        alpha = self.alpha[::step, ::step]
        shape, seen = float(alpha.std()) >= _FLAT, pixels[alpha >= SEEN]
        return not len(seen) or (not shape and float(seen.std(axis=0).max()) < _FLAT)

    def flat(self, under: int = 255) -> Frame:
        """BGR, its transparent parts filled with a grey."""
        if self.alpha is None:
            return self.pixels
        share = self.alpha[:, :, None].astype(np.float32) / 255
        return np.rint(self.pixels * share + under * (1 - share)).astype(np.uint8)


@lru_cache(maxsize=2)
def load(path: Path) -> Photo:
    """Decode a file as the intake left it: PNG or JPEG, 8 bits. Raises StudioFailed."""
    read = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
    if read is None or read.dtype != np.uint8:
        raise StudioFailed(f"The picture {path.name} can't be read. Please give it again.")
    image = np.atleast_3d(np.asarray(read, np.uint8))
    alpha = np.ascontiguousarray(image[:, :, -1]) if image.shape[2] in {2, 4} else None
    colours = image[:, :, :3] if image.shape[2] >= 3 else np.repeat(image[:, :, :1], 3, axis=2)
    opaque = alpha is None or int(alpha.min()) == 255
    return Photo(np.ascontiguousarray(colours), None if opaque else alpha)


def scaled(pixels: Frame, scale: float) -> Frame:
    """Resized once, with care: averaged when it shrinks, smooth when it grows."""
    height, width = pixels.shape[:2]
    size = max(1, round(width * scale)), max(1, round(height * scale))
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(pixels, size, interpolation=how), np.uint8)
