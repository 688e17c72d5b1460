"""A veil over the part of a photo that a text stands on."""

from enum import Enum

import numpy as np
import skia

from adgen_app.domain.formats import Box, Size
from adgen_app.studio.photo.paste import image
from adgen_app.studio.scenes.legible import Veil
from adgen_app.studio.scenes.stage import Drawing

_FADES = 0.2
"""Share of the frame over which the veil ends."""
_REACH = 30


class Side(Enum):
    """From where the veil comes."""

    TOP = "top"
    BOTTOM = "bottom"
    LEFT = "left"
    RIGHT = "right"


def scrim(size: Size, box: Box, side: Side, cover: Veil) -> Drawing:
    """At full strength from the frame's edge to the far end of the box, then it fades out. Drawn once, then placed."""
    upright = side in {Side.TOP, Side.BOTTOM}
    length = size.height if upright else size.width
    reach = {
        Side.TOP: box.bottom,
        Side.BOTTOM: size.height - box.top,
        Side.LEFT: box.right,
        Side.RIGHT: size.width - box.left,
    }[side] + _REACH
    strength = cover.alpha * _profile(length, reach)
    if side in {Side.BOTTOM, Side.RIGHT}:
        strength = strength[::-1]
    used = np.flatnonzero(strength > 0.002)
    first, last = int(used[0]), int(used[-1]) + 1
    line = np.rint(np.append(np.array(cover.colour)[::-1], 1.0) * strength[first:last, None] * 255).astype(np.uint8)
    shape = (last - first, size.width, 4) if upright else (size.height, last - first, 4)
    picture = image(np.ascontiguousarray(np.broadcast_to(line[:, None] if upright else line[None], shape)))
    left, top = (0, first) if upright else (first, 0)
    near, paint = skia.SamplingOptions(skia.FilterMode.kNearest), skia.Paint()

    def draw(canvas: skia.Canvas, t: float) -> None:
        del t
        canvas.drawImage(picture, left, top, near, paint)

    return draw


def _profile(length: int, reach: int) -> np.ndarray:
    far = (np.arange(length) - reach) / (length * _FADES)
    left = 1 - np.clip(far, 0, 1)
    return left * left * (3 - 2 * left)
