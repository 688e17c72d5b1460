"""Pixels as the planes that an encoder takes."""

from collections.abc import Iterable, Iterator, Sequence

import av
import cv2
import numpy as np
from av.video.plane import VideoPlane
from cv2.typing import MatLike

from adgen_app.studio.look.pixels import Frame

_Weights = tuple[tuple[int, float], tuple[int, float], tuple[int, float]]
"""Channels of BGRA with their shares, in an order in which no sum on the way leaves 8 bits."""

_LUMA: _Weights = (2, 0.18259), (0, 0.06201), (1, 0.61423)
"""BT.709 (ITU-R BT.709-6, table 3), scaled to the 219 steps of video levels."""
_BLUE_DIFFERENCE: _Weights = (1, -0.33857), (2, -0.10064), (0, 0.43922)
_RED_DIFFERENCE: _Weights = (1, -0.39894), (0, -0.04027), (2, 0.43922)
"""Scaled to the 224 steps of chroma."""
_BLACK, _GREY = 16, 128
_ROWS = 240
"""Rows that are converted at once: what lies between fits into the processor's own memory."""


def planes(frames: Iterable[Frame]) -> Iterator[av.VideoFrame]:
    """BGRA pixels as yuv420p, BT.709 in video levels, one frame at a time."""
    return map(_converted, frames)


def _converted(pixels: Frame) -> av.VideoFrame:
    """Within a step of what swscale makes of it, in half of its time."""
    height, width = pixels.shape[:2]
    picture = av.VideoFrame(width, height, "yuv420p")
    luma, blue, red = map(_room, picture.planes)
    for top in range(0, height, _ROWS):
        rows, coarse = slice(top, top + _ROWS), slice(top // 2, (top + _ROWS) // 2)
        strip = pixels[rows]
        _weigh(cv2.split(strip), _LUMA, _BLACK, luma[rows])
        quarter = cv2.split(cv2.resize(strip, (width // 2, len(strip) // 2), interpolation=cv2.INTER_AREA))
        _weigh(quarter, _BLUE_DIFFERENCE, _GREY, blue[coarse])
        _weigh(quarter, _RED_DIFFERENCE, _GREY, red[coarse])
    return picture


def _room(plane: VideoPlane) -> Frame:
    """A plane's own memory, height x width; its rows may lie apart."""
    return np.frombuffer(memoryview(plane), np.uint8).reshape(plane.height, plane.line_size)[:, : plane.width]


def _weigh(channels: Sequence[MatLike], weights: _Weights, base: int, target: Frame) -> None:
    (first, some), (second, more), (third, most) = weights
    cv2.addWeighted(channels[first], some, channels[second], more, base, dst=target)
    cv2.addWeighted(target, 1.0, channels[third], most, 0.0, dst=target)
