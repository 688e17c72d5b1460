"""Pixels as the planes that an encoder takes."""

from collections.abc import Iterable, Iterator, Sequence

import av
import cv2
import numpy as np
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


def planes(frames: Iterable[Frame]) -> Iterator[av.VideoFrame]:
    """BGRA pixels as yuv420p, BT.709 in video levels, one frame at a time."""
    for pixels in frames:
        yield av.VideoFrame.from_numpy_buffer(yuv(pixels), format="yuv420p")


def yuv(pixels: Frame) -> Frame:
    """Luma above both chromas: 3/2 height x width. Within a step of swscale's, in half of its time."""
    height, width = pixels.shape[:2]
    whole = np.empty(height * width * 3 // 2, np.uint8)
    luma, blue, red = np.split(whole, [height * width, height * width * 5 // 4])
    _weigh(cv2.split(pixels), _LUMA, _BLACK, luma.reshape(height, width))
    quarter = cv2.split(cv2.resize(pixels, (width // 2, height // 2), interpolation=cv2.INTER_AREA))
    _weigh(quarter, _BLUE_DIFFERENCE, _GREY, blue.reshape(height // 2, width // 2))
    _weigh(quarter, _RED_DIFFERENCE, _GREY, red.reshape(height // 2, width // 2))
    return whole.reshape(-1, width)


def _weigh(channels: Sequence[MatLike], weights: _Weights, base: int, target: Frame) -> None:
    (first, some), (second, more), (third, most) = weights
    cv2.addWeighted(channels[first], some, channels[second], more, base, dst=target)
    cv2.addWeighted(target, 1.0, channels[third], most, 0.0, dst=target)
