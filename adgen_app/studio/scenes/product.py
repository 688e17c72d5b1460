"""The product's photo: cut out and standing in the style's light, or else framed."""

import math
from pathlib import Path

import skia

from adgen_app.domain.formats import Box, Size
from adgen_app.studio.look.motion import clamp, in_out, out_cubic, ramp
from adgen_app.studio.look.palette import Tone
from adgen_app.studio.look.pixels import Frame
from adgen_app.studio.look.style import Spot
from adgen_app.studio.photo.crop import centre, crop, salience
from adgen_app.studio.photo.cutout import cutout
from adgen_app.studio.photo.load import load, scaled
from adgen_app.studio.photo.moving import Moving
from adgen_app.studio.photo.paste import Pose, image, paste, premultiplied
from adgen_app.studio.photo.shadow import halo, lost, mirrored, shadow
from adgen_app.studio.scenes.stage import Drawing, Stage

LARGER = 3.0
"""A small photo is not made larger than this many times: it would be a blur."""
_SHAPES = (0.72, 1.5)
"""Width to height of a framed photo; what is longer is cropped."""
BELOW = Box(220, 1275, 860, 1850)
"""In 9:16, under the texts: where platforms lay their own, but only over pictures."""
_HALO = 0.42
_PARALLAX = 0.016
"""How far the product wanders against its background, as a share of the shorter side."""


def shape(photo: Path) -> float:
    """Width to height of what will be shown."""
    cut = cutout(photo)
    if cut is not None:
        return cut.shape[1] / cut.shape[0]
    width, height = load(photo).size
    return min(_SHAPES[1], max(_SHAPES[0], width / height))


def product(stage: Stage, photo: Path, zone: Box, tone: Tone, start: float = 0.1) -> list[Drawing]:
    """In its zone from `start` to the scene's end, from back to front; the last drawing is the product itself."""
    cut = cutout(photo)
    if cut is None:
        return [_framed(stage, photo, zone, tone, start)]
    return _standing(stage, premultiplied(scaled(cut, _fit(stage, cut, zone))), zone, tone, start)


def _fit(stage: Stage, cut: Frame, zone: Box) -> float:
    """How much it is scaled to stay in its zone while it rocks and wanders."""
    height, width = cut.shape[:2]
    podium = stage.look.podium
    leaning = 2 * height * math.sin(math.radians(abs(podium.lean) + podium.sway))
    room = zone.width - 2 * stage.short * _PARALLAX
    return min(LARGER, room * 0.98 / (width + leaning), zone.height * 0.93 / height)


def _standing(stage: Stage, picture: Frame, zone: Box, tone: Tone, start: float) -> list[Drawing]:
    podium, motion, colours = stage.look.podium, stage.look.motion, stage.palette(tone)
    height, width = picture.shape[:2]
    spare = max(0.0, zone.height * 0.93 - height)
    foot, floor = (width / 2, float(height)), zone.bottom - zone.height * 0.035 - spare * 0.4
    under, under_foot = shadow(picture, podium.shadow)
    mirror = mirrored(picture, podium.reflection) if podium.reflection else None
    x = (zone.left + zone.right) / 2
    radius = min(zone.width, zone.height, max(width, height) * 1.06) / 2
    middle = floor - radius * 0.93 if podium.reflection else floor - height / 2
    spot = Spot(x, min(max(middle, zone.top + radius), zone.bottom - radius), radius)
    aura, pad = halo(picture, colours.ink, _HALO) if lost(picture, colours.ground) else (None, 0)

    def pose(t: float) -> tuple[Pose, float]:
        """How it stands, and how high above the floor."""
        come = motion.ease(ramp(t, start, max(0.7, motion.enter * 1.4)))
        share = clamp(t / max(1.0, stage.seconds))
        wander = stage.short * _PARALLAX * (2 * in_out(share) - 1)
        hop = podium.hop * height * abs(math.sin((t - start) * 2.6)) + (1 - come) * stage.short * 0.06
        turn = podium.lean * come + podium.sway * math.sin((t - start) * 2.1)
        size = (0.97 + 0.05 * share) * (0.86 + 0.14 * come)
        return Pose(x + wander, floor - hop, size, turn, out_cubic(ramp(t, start, 0.4))), hop

    def light(canvas: skia.Canvas, t: float) -> None:
        if t >= start:
            podium.light(canvas, colours, spot, t - start)

    def draw(canvas: skia.Canvas, t: float) -> None:
        if t < start:
            return
        stands, hop = pose(t)
        near = max(0.25, 1 - hop / (stage.short * 0.12))
        paste(canvas, under, under_foot, Pose(stands.x, floor, stands.scale, 0, stands.opacity * near))
        if mirror is not None:
            paste(canvas, mirror, (width / 2, 0), Pose(stands.x, floor + hop, stands.scale, 0, stands.opacity))
        if aura is not None:
            paste(canvas, aura, (foot[0] + pad, foot[1] + pad), stands)
        paste(canvas, picture, foot, stands)

    return [light, draw]


def _framed(stage: Stage, photo: Path, zone: Box, tone: Tone, start: float) -> Drawing:
    wide = shape(photo)
    margin = round(stage.short * 0.035)
    small = LARGER * min(load(photo).size[1], load(photo).size[0] / wide)
    tall = round(min(zone.height - 2 * margin, (zone.width - 2 * margin) / wide, small))
    size = Size(round(tall * wide), tall)
    left, top = (zone.left + zone.right - size.width) // 2, (zone.top + zone.bottom - size.height) // 2
    rect = skia.Rect.MakeXYWH(left, top, *size)
    pixels = load(photo).flat()
    seen = salience(pixels)
    moving = Moving(pixels, crop(pixels, seen, wide).box, size, centre(seen), stage.look.grade)
    outline = skia.Path()
    round_by = stage.look.corner * min(size) * 0.2
    outline.addRoundRect(rect, round_by, round_by)
    podium, colours, near = stage.look.podium, stage.palette(tone), skia.SamplingOptions(skia.FilterMode.kNearest)

    def draw(canvas: skia.Canvas, t: float) -> None:
        if t < start:
            return
        come = stage.look.motion.ease(ramp(t, start, 0.9))
        canvas.save()
        canvas.translate(0, round((1 - come) * stage.short * 0.08))
        if come > 0.2:
            podium.mount(canvas, colours, rect, t - start)
        canvas.clipPath(outline, doAntiAlias=True)
        shown = skia.Paint(Alphaf=out_cubic(ramp(t, start, 0.4)))
        canvas.drawImage(image(moving.at(clamp(t / max(1.0, stage.seconds)))), left, top, near, shown)
        canvas.restore()

    return draw
