"""Palettes in which every text can be read."""

import math
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from adgen_app.studio.look.colour import BLACK, READABLE, WHITE, Lch, Rgb, contrast, lch, readable, shaded

MARGIN = READABLE + 2.2
"""Aimed at above the limit, because chroma subsampling softens the edges of letters."""


_STRONG = 0.19
"""As colourful as a colour may be without glaring."""
_LAYERS = 2.5
"""Shapes of a background that may lie over each other behind a text."""
_GREY = 0.02
"""Below this chroma a colour's hue means nothing."""
_TINT = 0.5
_NEUTRAL_HUE = 4.6
"""The hue of greys: blue, the least loaded."""


class Tone(StrEnum):
    """The mood of a scene within its style."""

    BASE = "base"
    SHADOW = "shadow"
    """Darker or greyer: the pain."""
    BRIGHT = "bright"
    """The brand's colour all over: the offer, the call to action."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one scene. Ink can be read on every ground colour."""

    ground: Rgb
    far: Rgb
    glow: Rgb
    accent: Rgb
    second: Rgb
    ink: Rgb
    soft: Rgb
    accent_ink: Rgb
    on_accent: Rgb

    @property
    def grounds(self) -> tuple[Rgb, Rgb, Rgb]:
        """What may lie behind a text."""
        return self.ground, self.far, self.glow

    def veil(self, colour: Rgb, alpha: float) -> int:
        """The colour, as strong as asked for and still no bar to reading any ink over it."""
        return colour.argb(_veil(self, colour, alpha))


def palette(ground: Rgb, far: Rgb, glow: Rgb, accent: Rgb, second: Rgb) -> Palette:
    """Derive the inks from the grounds so that all of them can be read."""
    grounds = (ground, far, glow)
    ink = readable(_tinted(ground), grounds, 7.0)
    return Palette(
        ground=ground,
        far=far,
        glow=glow,
        accent=accent,
        second=second,
        ink=ink,
        soft=readable(ink.mix(ground, 0.14), grounds, MARGIN),
        accent_ink=readable(accent, grounds, MARGIN),
        on_accent=readable(WHITE if lch(accent).lightness < 0.68 else BLACK.mix(accent, 0.12), (accent,), MARGIN),
    )


def brand(colours: tuple[str, ...]) -> tuple[Lch, Lch]:
    """First and second brand colour; a missing second is the first turned on the wheel, a grey one a tint of it."""
    parsed = [lch(Rgb.parse(colour)) for colour in colours]
    parsed = [colour if colour.chroma > _GREY else colour._replace(hue=_NEUTRAL_HUE) for colour in parsed]
    first = parsed[0] if parsed[0].chroma > _GREY else max(parsed, key=lambda colour: colour.chroma)
    others = [colour for colour in parsed if colour != first]
    second = others[0] if others else Lch(first.lightness, first.chroma, first.hue + 1.1)
    return first, second if second.chroma > _GREY else Lch(second.lightness, first.chroma * _TINT, first.hue)


def toned(colour: Lch, lightness: float, chroma: float) -> Rgb:
    """The colour at another lightness, with no more than `chroma`."""
    return shaded(colour, lightness)._replace(chroma=min(chroma, max(colour.chroma, 0.0))).rgb()


def sunny(colour: Lch) -> bool:
    """Whether it is a bright yellow or amber, which is itself as a ground under dark letters, not under white ones."""
    return 1.15 < math.remainder(colour.hue, math.tau) < 2.15 and colour.lightness > 0.76 and colour.chroma > 0.11


@lru_cache(maxsize=512)
def _veil(palette: Palette, colour: Rgb, alpha: float) -> float:
    inks = (palette.ink, palette.soft, palette.accent_ink)
    while alpha > 0.01:
        behind = [ground.mix(colour, 1 - (1 - alpha) ** _LAYERS) for ground in palette.grounds]
        if all(contrast(ink, mixed) >= READABLE + 0.1 for ink in inks for mixed in behind):
            return alpha
        alpha *= 0.85
    return 0.0


def vivid(colour: Lch, low: float, high: float) -> Rgb:
    """The hue at its most colourful between two lightnesses: orange is strong when darker, yellow when lighter."""
    steps = [low + (high - low) * step / 12 for step in range(13)]
    return max((Lch(lightness, _STRONG, colour.hue).rgb() for lightness in steps), key=lambda one: lch(one).chroma)


def _tinted(ground: Rgb) -> Rgb:
    """Nearly white or nearly black with a breath of the ground's hue."""
    base = lch(ground)
    return Lch(0.985 if base.lightness < 0.62 else 0.2, min(0.02, base.chroma), base.hue).rgb()
