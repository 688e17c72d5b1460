"""Paints and shapes, shorter to write."""

import math
from functools import lru_cache

import skia

from adgen_app.studio.look.colour import Rgb

_OPAQUE = 255


def fill(argb: int) -> skia.Paint:
    """Solid, smooth-edged."""
    if argb >> 24 == _OPAQUE:
        return skia.Paint(Color=argb, AntiAlias=True)
    # the same colour from a shader: Skia blends it in half the time
    return skia.Paint(Shader=skia.Shaders.Color(argb), AntiAlias=True)


def stroke(argb: int, width: float) -> skia.Paint:
    """A line with round ends."""
    return skia.Paint(
        Color=argb,
        AntiAlias=True,
        Style=skia.Paint.kStroke_Style,
        StrokeWidth=width,
        StrokeCap=skia.Paint.kRound_Cap,
        StrokeJoin=skia.Paint.kRound_Join,
    )


def arc(canvas: skia.Canvas, oval: skia.Rect, start: float, sweep: float, paint: skia.Paint) -> None:
    """A part of an oval's outline; degrees, clockwise from three o'clock."""
    canvas.drawArc(oval, start, sweep, False, paint)  # noqa: FBT003 - Skia's own positional flag


def closed(points: list[tuple[float, float]]) -> skia.Path:
    """A polygon."""
    path = skia.Path()
    path.addPoly([skia.Point(x, y) for x, y in points], True)  # noqa: FBT003 - Skia's own positional flag
    return path


def smooth(points: list[tuple[float, float]]) -> skia.Path:
    """A closed curve through the middles of a polygon's sides."""
    path = skia.Path()
    middles = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in zip(points, points[1:] + points[:1], strict=True)]
    path.moveTo(*middles[-1])
    for corner, middle in zip(points, middles, strict=True):
        path.quadTo(*corner, *middle)
    path.close()
    return path


def star(x: float, y: float, points: int, outer: float, inner: float, turn: float = 0.0) -> skia.Path:
    """A star or a burst."""
    corners: list[tuple[float, float]] = []
    for at in range(2 * points):
        radius, angle = (outer, inner)[at % 2], math.pi * at / points + turn - math.pi / 2
        corners.append((x + radius * math.cos(angle), y + radius * math.sin(angle)))
    return closed(corners)


def blob(x: float, y: float, radius: float, t: float, seed: int, wobble: float = 0.12) -> skia.Path:
    """A soft shape that breathes."""
    corners: list[tuple[float, float]] = []
    for at in range(10):
        angle = at * math.tau / 10
        swell = math.sin(t * 0.9 + at * 2.4 + seed) + math.sin(t * 0.6 - at * 1.7 + seed * 2)
        reach = radius * (1.06 + wobble * swell * 0.5)
        corners.append((x + reach * math.cos(angle), y + reach * math.sin(angle)))
    return smooth(corners)


def glow(canvas: skia.Canvas, centre: tuple[float, float], radius: float, colour: Rgb, alpha: float) -> None:
    """Light that fades out from a point. A gradient costs by area, so it is drawn once, then placed."""
    picture, reach = _light(round(radius), colour), round(radius)
    canvas.drawImage(
        picture,
        round(centre[0]) - reach,
        round(centre[1]) - reach,
        skia.SamplingOptions(skia.FilterMode.kLinear),
        skia.Paint(Alphaf=alpha),
    )


@lru_cache(maxsize=4)
def _light(reach: int, colour: Rgb) -> skia.Image:
    surface = skia.Surface(2 * reach, 2 * reach)
    fading = [colour.argb(), colour.argb(0.0)]
    shader = skia.GradientShader.MakeRadial(skia.Point(reach, reach), reach, fading, [0.0, 1.0])
    with surface as canvas:
        canvas.drawPaint(skia.Paint(Shader=shader, Dither=True))
    return surface.makeImageSnapshot()
