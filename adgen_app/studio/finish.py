"""What is laid over a finished picture."""

from functools import lru_cache

import cv2
import numpy as np

from adgen_app.domain.formats import FPS, Size
from adgen_app.domain.storyboard import Finish
from adgen_app.studio.look.pixels import Frame

_DARKEST = 0.25
"""By how much the corners are darker than the middle."""
_GRAIN = 8.0
"""Standard deviation of the noise before it is softened, of 255."""
_DEEPEST = 24
_ROOM = 256
"""Pixels by which the noise may be shifted, so that no two frames in a row look alike."""
_SOFT = 1.2
"""Pixels: grains of film are larger than those of a sensor, and cost an encoder less."""
_EACH = 4
"""Frames that share a pattern: a new one for every frame would make the file five times as large, not twice."""


def finish(frame: Frame, wanted: Finish, number: int) -> None:
    """Darken the corners, lay grain over frame `number`, as far as they are wanted."""
    size = Size(frame.shape[1], frame.shape[0])
    if wanted.vignette:
        cv2.multiply(frame, vignette(size), dst=frame, scale=1 / 255)
    if wanted.grain:
        x, y = _shift(number // _EACH)
        noise = _noise(size)[y : y + size.height, x : x + size.width]
        cv2.addWeighted(frame, 1.0, noise, 1.0, -_DEEPEST, dst=frame)


@lru_cache(maxsize=2)
def vignette(size: Size) -> Frame:
    """How much of each pixel's light is left, of 255."""
    small = Size(size.width // 8, size.height // 8)
    y, x = np.linspace(-1, 1, small.height)[:, None], np.linspace(-1, 1, small.width)[None]
    away = np.clip((np.hypot(x, y) / np.sqrt(2) - 0.42) / 0.58, 0, 1)
    light = 255 * (1 - _DARKEST * away * away * (3 - 2 * away))
    full = np.asarray(cv2.resize(np.rint(light).astype(np.uint8), size, interpolation=cv2.INTER_CUBIC), np.uint8)
    return np.dstack([full, full, full, np.full_like(full, 255)])


@lru_cache(maxsize=2)
def _noise(size: Size) -> Frame:
    """Monochrome, soft, around `_DEEPEST`; larger than the picture."""
    shape = (size.height + _ROOM, size.width + _ROOM)
    rough = np.random.default_rng(FPS).normal(0.0, _GRAIN, shape).astype(np.float32)
    soft = cv2.GaussianBlur(rough, (0, 0), _SOFT)
    grain = np.clip(np.rint(soft + _DEEPEST), 0, 2 * _DEEPEST).astype(np.uint8)
    return np.dstack([grain, grain, grain, np.full_like(grain, _DEEPEST)])


def _shift(pattern: int) -> tuple[int, int]:
    """Jumps about evenly: steps of the golden ratio's kind."""
    return pattern * 158 % _ROOM, pattern * 97 % _ROOM
