"""The brand's logo, on a plate where it could not be seen otherwise."""

from pathlib import Path
from typing import NamedTuple

import cv2
import numpy as np
import skia
from numpy.typing import NDArray

from adgen_app.domain.formats import Box
from adgen_app.studio.look.colour import Rgb
from adgen_app.studio.look.motion import in_out, out_cubic, ramp
from adgen_app.studio.look.palette import Tone
from adgen_app.studio.look.pen import fill
from adgen_app.studio.look.pixels import Frame
from adgen_app.studio.photo.load import SEEN, load, scaled
from adgen_app.studio.photo.paste import Pose, paste, premultiplied
from adgen_app.studio.scenes.stage import Drawing, Stage

_LARGER = 2.0
"""A small logo stays small, and crisp."""
_SEEN_BY = 3.0
"""Contrast from which a part of a logo stands out: WCAG 2.2, of what is no text."""
_LOST = 0.1
"""Share of a logo that may be lost on its ground before it gets a plate."""
_MARGIN = 0.16
"""Around a logo on its plate, as a share of the box's height."""
_PLATES = (Rgb(1, 1, 1), Rgb(0.07, 0.07, 0.08), Rgb(0.5, 0.5, 0.5))


class _Sign(NamedTuple):
    """A logo ready to be shown, and the colour of its plate; None for one that needs no plate."""

    picture: Frame
    plate: Rgb | None


def logo(stage: Stage, path: Path, box: Box, tone: Tone, align: float) -> Drawing:
    """As large as fits the box, never stretched; it comes in first."""
    sign = _sign(path, stage.palette(tone).grounds)
    margin = round(box.height * _MARGIN) if sign.plate else 0
    height, width = sign.picture.shape[:2]
    scale = min(_LARGER, (box.width - 2 * margin) / width, (box.height - 2 * margin) / height)
    picture = premultiplied(scaled(sign.picture, scale))
    tall, wide = picture.shape[:2]
    left = round(box.left + margin + (box.width - 2 * margin - wide) * align)
    top = round((box.top + box.bottom - tall) / 2)
    around = skia.Rect.MakeXYWH(left - margin, top - margin, wide + 2 * margin, tall + 2 * margin)
    round_by = stage.look.corner * 60
    middle = (float(wide // 2), float(tall // 2))

    def draw(canvas: skia.Canvas, t: float) -> None:
        come, size = in_out(ramp(t, 0.1, 0.5)), 0.92 + 0.08 * out_cubic(ramp(t, 0.1, 0.9))
        if sign.plate:
            canvas.drawRoundRect(around, round_by, round_by, fill(sign.plate.argb(come)))
        paste(canvas, picture, middle, Pose(left + middle[0], top + middle[1], size, 0, come))

    return draw


def _sign(path: Path, grounds: tuple[Rgb, ...]) -> _Sign:
    photo = load(path)
    if photo.alpha is None:
        border = np.concatenate([photo.pixels[0], photo.pixels[-1], photo.pixels[:, 0], photo.pixels[:, -1]])
        blue, green, red = (float(channel) / 255 for channel in np.median(border, axis=0))
        return _Sign(np.asarray(cv2.cvtColor(photo.pixels, cv2.COLOR_BGR2BGRA), np.uint8), Rgb(red, green, blue))
    rows, columns = (np.flatnonzero((photo.alpha >= SEEN).any(axis=axis)) for axis in (1, 0))
    part = slice(int(rows[0]), int(rows[-1]) + 1), slice(int(columns[0]), int(columns[-1]) + 1)
    picture = np.dstack([photo.pixels[part], photo.alpha[part]])
    light = _light(picture[picture[:, :, 3] > 127][:, :3] if (photo.alpha > 127).any() else photo.pixels[part])
    if max(_lost(light, ground) for ground in grounds) <= _LOST:
        return _Sign(picture, None)
    return _Sign(picture, min(_PLATES, key=lambda plate: _lost(light, plate)))


def _light(pixels: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Relative luminance of BGR pixels, WCAG 2.2."""
    share = pixels.reshape(-1, 3)[:, ::-1].astype(np.float64) / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


def _lost(light: NDArray[np.float64], ground: Rgb) -> float:
    """Share of the pixels that can hardly be told from a ground."""
    behind = float(_light(np.rint(np.array([ground[::-1]]) * 255).astype(np.uint8))[0])
    ratio = (np.maximum(light, behind) + 0.05) / (np.minimum(light, behind) + 0.05)
    return float((ratio < _SEEN_BY).mean())
