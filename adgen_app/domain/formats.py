"""What an ad can measure: seconds, shapes, pixels, safe areas."""

from enum import IntEnum, StrEnum
from typing import NamedTuple

FPS = 30
CROSSFADE_SECONDS = 0.5
FADE_SECONDS = 0.3


class Duration(IntEnum):
    """Length of an ad in seconds."""

    SHORT = 15
    MEDIUM = 30
    LONG = 60


class Size(NamedTuple):
    """Pixels."""

    width: int
    height: int


class Box(NamedTuple):
    """A rectangle in pixels; right and bottom are exclusive."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """Pixels from left to right."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """Pixels from top to bottom."""
        return self.bottom - self.top


class AspectRatio(StrEnum):
    """Shape of an ad, width to height."""

    VERTICAL = "9:16"
    SQUARE = "1:1"
    WIDE = "16:9"
    PORTRAIT = "4:5"

    @property
    def size(self) -> Size:
        """Pixels of the finished video; the shorter side is 1080."""
        return _SIZES[self]

    @property
    def safe_area(self) -> Box:
        """Where text may stand so that no platform's buttons cover it.

        9:16 is the one box that clears TikTok, Reels and Shorts (margins as collected by Shotstack's safe-zone page);
        the others keep the 5 % title-safe margin of SMPTE ST 2046-1, doubled at the bottom for players' controls.
        """
        return _SAFE_AREAS[self]


_SIZES = {
    AspectRatio.VERTICAL: Size(1080, 1920),
    AspectRatio.SQUARE: Size(1080, 1080),
    AspectRatio.WIDE: Size(1920, 1080),
    AspectRatio.PORTRAIT: Size(1080, 1350),
}
_SAFE_AREAS = {
    AspectRatio.VERTICAL: Box(120, 288, 888, 1248),
    AspectRatio.SQUARE: Box(54, 54, 1026, 972),
    AspectRatio.WIDE: Box(96, 54, 1824, 972),
    AspectRatio.PORTRAIT: Box(54, 68, 1026, 1215),
}
