"""Texts over photos: the pixels behind them measured, and veiled as far as it takes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from adgen_app.domain.formats import Box
from adgen_app.studio.look.colour import Rgb, contrast, lch, readable
from adgen_app.studio.look.palette import Palette, Tone, palette
from adgen_app.studio.look.pixels import Frame
from adgen_app.studio.scenes.stage import Stage

_ENOUGH = 6.0
"""Contrast aimed at: moving pictures, grain and the encoder take some of it away."""
_ACCENT = 5.2
_LEAST = 0.16
"""A veil that is there at all: it sets the words off."""
_OWN = 0.14
"""By how much stronger a veil in the style's own tone may be than the other."""
_REACH = 22
"""Pixels around a text that are looked at."""
_EACH = 3

Samples = NDArray[np.float64]
"""sRGB colours, one a row, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Veil:
    """A colour laid over a photo, and the palette that can be read on it."""

    colour: Rgb
    alpha: float
    inks: Palette


def samples(frames: Sequence[Frame], box: Box) -> Samples:
    """The colours behind a box in any of the frames."""
    rows = slice(max(0, box.top - _REACH), box.bottom + _REACH)
    columns = slice(max(0, box.left - _REACH), box.right + _REACH)
    parts = [cv2.blur(frame[rows, columns, :3], (3, 3))[::_EACH, ::_EACH, ::-1] for frame in frames]
    return np.concatenate([np.asarray(part, np.float64).reshape(-1, 3) for part in parts]) / 255


def veil(stage: Stage, tone: Tone, behind: Samples) -> Veil:
    """The weakest veil, dark or light, under which white or nearly black can be read everywhere."""
    own = stage.palette(tone)
    hue = lch(own.ground)
    dark = hue._replace(lightness=0.13, chroma=min(0.03, hue.chroma)).rgb()
    light = hue._replace(lightness=0.975, chroma=min(0.012, hue.chroma)).rgb()
    needed = {colour: _strength(behind, colour) for colour in (dark, light)}
    bias = -_OWN if hue.lightness < 0.6 else _OWN
    colour = dark if needed[dark] + bias <= needed[light] else light
    return veiled(stage, tone, behind, Veil(colour, needed[colour], own))


def _strength(behind: Samples, colour: Rgb) -> float:
    ink = Rgb(1, 1, 1) if lch(colour).lightness < 0.5 else Rgb(0.06, 0.06, 0.06)
    for step in range(40):
        alpha = min(1.0, _LEAST + step * 0.022)
        if min(contrast(ink, ground) for ground in _extremes(behind, colour, alpha)) >= _ENOUGH:
            return alpha
    return 1.0


def _extremes(behind: Samples, colour: Rgb, alpha: float) -> tuple[Rgb, Rgb, Rgb]:
    """The darkest, the middle, the lightest of what is seen through a veil."""
    mixed = behind * (1 - alpha) + np.array(colour) * alpha
    linear = np.where(mixed <= 0.04045, mixed / 12.92, ((mixed + 0.055) / 1.055) ** 2.4)
    order = np.argsort(linear @ np.array([0.2126, 0.7152, 0.0722]))
    picked = [mixed[order[at]].tolist() for at in (0, len(order) // 2, -1)]
    return Rgb(*picked[0]), Rgb(*picked[1]), Rgb(*picked[2])


def veiled(stage: Stage, tone: Tone, behind: Samples, cover: Veil) -> Veil:
    """The same veil, with the inks that can be read where it lies over other pixels."""
    own = stage.palette(tone)
    darkest, middle, lightest = _extremes(behind, cover.colour, cover.alpha)
    inks = palette(middle, darkest, lightest, own.accent, own.second)
    return replace(cover, inks=replace(inks, accent_ink=readable(own.accent, inks.grounds, _ACCENT)))
