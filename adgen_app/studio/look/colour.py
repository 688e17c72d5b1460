"""Colour arithmetic: sRGB, OKLCH, contrast by WCAG 2.2."""

import math
from collections.abc import Iterable
from typing import NamedTuple, Self

READABLE = 4.5
"""Least contrast of text, WCAG 2.2 level AA."""


class Rgb(NamedTuple):
    """An sRGB colour; channels are 0..1."""

    red: float
    green: float
    blue: float

    @classmethod
    def parse(cls, text: str) -> Self:
        """`#RRGGBB`."""
        return cls(*(int(text[at : at + 2], 16) / 255 for at in (1, 3, 5)))

    def argb(self, alpha: float = 1.0) -> int:
        """Skia's 0xAARRGGBB, not premultiplied."""
        channels = (alpha, self.red, self.green, self.blue)
        a, r, g, b = (min(255, max(0, round(channel * 255))) for channel in channels)
        return a << 24 | r << 16 | g << 8 | b

    def mix(self, other: "Rgb", share: float) -> "Rgb":
        """This colour with `share` of the other laid over it, as a compositor blends."""
        return Rgb(*(a + (b - a) * share for a, b in zip(self, other, strict=True)))


_TURN, _MOST_TURNED = 1.55, 0.62
"""Radians by which yellow turns for each step of lightness, and at most."""

WHITE = Rgb(1, 1, 1)
BLACK = Rgb(0, 0, 0)


class Lch(NamedTuple):
    """A colour in OKLCH (Ottosson 2020): lightness 0..1, chroma 0..0.37, hue in radians."""

    lightness: float
    chroma: float
    hue: float

    def rgb(self) -> Rgb:
        """The nearest colour that sRGB can show: chroma gives way, lightness and hue stay."""
        chroma = self.chroma
        for _ in range(24):
            linear = _linear(self.lightness, chroma, self.hue)
            if all(-0.0005 <= channel <= 1.0005 for channel in linear):
                break
            chroma *= 0.92
        return Rgb(*(_encode(min(1.0, max(0.0, channel))) for channel in _linear(self.lightness, chroma, self.hue)))


def lch(colour: Rgb) -> Lch:
    """OKLCH of an sRGB colour."""
    r, g, b = (_decode(channel) for channel in colour)
    long = math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    medium = math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    short = math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b_axis = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return Lch(lightness, math.hypot(a, b_axis), math.atan2(b_axis, a))


def shaded(colour: Lch, lightness: float) -> Lch:
    """The colour at another lightness; yellow turns amber as it darkens, where its own hue would be olive."""
    hue = math.remainder(colour.hue, math.tau)
    yellow = min(1.0, max(0.0, (hue - 1.1) / 0.3)) * min(1.0, max(0.0, (2.3 - hue) / 0.3))
    turned = min(_MOST_TURNED, _TURN * max(0.0, colour.lightness - lightness)) * yellow
    return Lch(lightness, colour.chroma, hue - turned)


def luminance(colour: Rgb) -> float:
    """Relative luminance, WCAG 2.2."""
    r, g, b = (_decode(channel) for channel in colour)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: Rgb, other: Rgb) -> float:
    """Contrast ratio, 1..21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def readable(colour: Rgb, grounds: Iterable[Rgb], least: float = READABLE) -> Rgb:
    """The colour made lighter or darker, as little as it takes, until it can be read on all the grounds."""
    behind = tuple(grounds)
    base = lch(colour)
    steps = sorted((step / 50 for step in range(51)), key=lambda lightness: abs(lightness - base.lightness))
    candidates = [colour, *(shaded(base, lightness).rgb() for lightness in steps), WHITE, BLACK]
    worst = {candidate: min(contrast(candidate, ground) for ground in behind) for candidate in candidates}
    return next((candidate for candidate in candidates if worst[candidate] >= least), max(worst, key=worst.__getitem__))


def _linear(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _decode(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _encode(channel: float) -> float:
    return channel * 12.92 if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055
