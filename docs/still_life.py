"""Photos for the gallery, made here so that they are nobody's: a jar before a plain wall, a jar on a table at dusk."""

import hashlib
from pathlib import Path

import cv2
import numpy as np
import skia

from adgen_app.domain.asset import MediaName
from adgen_app.domain.brand import Style
from adgen_app.studio.look.backdrop import surface
from adgen_app.studio.look.colour import WHITE, Rgb
from adgen_app.studio.look.pen import fill
from adgen_app.studio.look.pixels import Frame
from adgen_app.studio.look.styles import LOOKS
from adgen_app.studio.text.fit import Limits, fit
from adgen_app.studio.text.measure import paragraph

_WIDE, _HIGH = 1000, 1250


def jar(folder: Path, colour: Rgb, word: str) -> MediaName:
    """A jar with a label, as a shop takes it for its catalogue."""
    y, x = np.mgrid[0 : 1 : _HIGH * 1j, 0 : 1 : _WIDE * 1j]
    wall = 244 - 16 * y - 14 * np.hypot(x - 0.5, y - 0.45)
    picture = np.dstack([wall, wall, wall, np.full_like(wall, 255)]).astype(np.uint8)
    _jar(picture, colour, word, (_WIDE / 2, 1010.0), 190.0)
    return _kept(folder, picture)


def dusk(folder: Path, colour: Rgb, word: str) -> MediaName:
    """The jar on a table, lights out of focus behind it."""
    chance = np.random.default_rng(4)
    room = Rgb(0.09, 0.08, 0.1).mix(colour, 0.16)
    picture = np.zeros((_HIGH, _WIDE, 4), np.uint8)
    with surface(picture) as canvas:
        canvas.drawPaint(fill(room.argb()))
        for _ in range(46):
            x, y, size = chance.uniform(0, _WIDE), chance.uniform(40, 760), chance.uniform(18, 74)
            light = Rgb(1.0, 0.78, 0.5).mix(colour, float(chance.uniform(0, 0.5)))
            canvas.drawCircle(x, y, size, fill(light.argb(float(chance.uniform(0.08, 0.4)))))
    picture = np.asarray(cv2.GaussianBlur(picture, (0, 0), 9), np.uint8)
    with surface(picture) as canvas:
        table = Rgb(0.2, 0.13, 0.09).mix(colour, 0.1)
        canvas.drawRect(skia.Rect.MakeLTRB(0, 900, _WIDE, _HIGH), fill(table.argb()))
        canvas.drawRect(skia.Rect.MakeLTRB(0, 900, _WIDE, 908), fill(table.mix(WHITE, 0.16).argb()))
    _jar(picture, colour, word, (_WIDE / 2, 1040.0), 165.0)
    return _kept(folder, picture)


def _jar(picture: Frame, colour: Rgb, word: str, foot: tuple[float, float], reach: float) -> None:
    """Standing on its foot's middle; `reach` is half of its width."""
    x, bottom = foot
    top, lid = bottom - reach * 2.9, bottom - reach * 3.35
    shade = np.zeros(picture.shape[:2], np.float32)
    below, flat = (round(x + reach * 0.2), round(bottom)), (round(reach * 1.25), round(reach * 0.16))
    cv2.ellipse(shade, below, flat, 0, 0, 360, (1.0,), -1)
    soft = np.asarray(cv2.GaussianBlur(shade, (0, 0), reach / 8), np.float32)
    picture[:, :, :3] = (picture[:, :, :3] * (1 - 0.6 * soft[:, :, None])).astype(np.uint8)
    body = skia.Rect.MakeLTRB(x - reach, top, x + reach, bottom + reach * 0.05)
    cap = skia.Rect.MakeLTRB(x - reach * 0.96, lid, x + reach * 0.96, top + reach * 0.06)
    label = skia.Rect.MakeLTRB(x - reach, top + reach * 0.85, x + reach, bottom - reach * 0.6)
    with surface(picture) as canvas:
        canvas.drawRoundRect(body, reach * 0.2, reach * 0.2, _round_light(colour, x, reach))
        canvas.drawRoundRect(cap, reach * 0.08, reach * 0.08, _round_light(Rgb(0.2, 0.19, 0.19), x, reach))
        canvas.drawRect(label, _round_light(Rgb(0.97, 0.95, 0.91), x, reach))
        _label(canvas, word, label, reach)


def _label(canvas: skia.Canvas, word: str, place: skia.Rect, reach: float) -> None:
    face = LOOKS[Style.ORGANIC].display
    fitted = fit(word, face, Limits(reach * 1.5, reach, reach * 0.5, lines=2), "en", 0.5)
    left, top = place.centerX() - fitted.width / 2, place.centerY() - fitted.height / 2
    for one in fitted.words:
        text = paragraph(one.text, face, "en", fitted.size, 0xFF2A2624)
        text.paint(canvas, left + one.x, top + one.y - text.AlphabeticBaseline)


def _round_light(colour: Rgb, x: float, reach: float) -> skia.Paint:
    """A cylinder lit from the left."""
    dark, light = colour.mix(Rgb(0, 0, 0), 0.5), colour.mix(WHITE, 0.4)
    colours = [one.argb() for one in (dark.mix(colour, 0.4), light, colour, dark)]
    ends = [skia.Point(x - reach, 0), skia.Point(x + reach, 0)]
    return skia.Paint(Shader=skia.GradientShader.MakeLinear(ends, colours, [0.0, 0.26, 0.56, 1.0]), AntiAlias=True)


def _kept(folder: Path, picture: Frame) -> MediaName:
    content = cv2.imencode(".png", picture[:, :, :3])[1].tobytes()
    name = f"{hashlib.sha256(content).hexdigest()}.png"
    (folder / name).write_bytes(content)
    return name
