"""Footage: the photo fills the frame, the camera goes slowly into it, the headline stands over it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import skia

from adgen_app.domain.formats import AspectRatio, Box
from adgen_app.domain.storyboard import Place
from adgen_app.studio.look.motion import clamp, in_cubic, out_expo, ramp
from adgen_app.studio.look.palette import Palette, Tone
from adgen_app.studio.look.pen import fill
from adgen_app.studio.look.pixels import Frame
from adgen_app.studio.photo.crop import Salience, centre, crop, salience, within
from adgen_app.studio.photo.cutout import cutout
from adgen_app.studio.photo.load import load
from adgen_app.studio.photo.moving import Moving
from adgen_app.studio.scenes.column import Column, column
from adgen_app.studio.scenes.extended import Extended
from adgen_app.studio.scenes.layout import SIGNATURE, on_axis
from adgen_app.studio.scenes.legible import samples, veil, veiled
from adgen_app.studio.scenes.pictured import pictured
from adgen_app.studio.scenes.presented import presented
from adgen_app.studio.scenes.product import LARGER
from adgen_app.studio.scenes.scrim import Side, scrim
from adgen_app.studio.scenes.stage import Drawing, Stage, beats, paired
from adgen_app.studio.scenes.staging import Staging

_TONE = Tone.BASE
_BIGGEST = 0.15
_KEPT, _AREA = 0.62, 0.38
"""Of the salience and of the picture that have to stay when it is cropped to the frame."""
_NEARLY = 1.2
"""A place may hide so much more than the best one, if it is the one that was asked for."""
_HIDDEN = 0.28
"""Of the salience: when more would lie behind the texts everywhere, they stand beside the photo."""
_MOMENTS = (0.0, 0.5, 1.0)
_PLATE = 34


class _Spot(NamedTuple):
    """Where texts may stand over the photo."""

    box: Box
    side: Side
    place: Place


_SPOTS: dict[AspectRatio, tuple[_Spot, _Spot]] = {
    AspectRatio.VERTICAL: (
        _Spot(Box(120, 392, 888, 800), Side.TOP, Place.TOP),
        _Spot(Box(120, 840, 888, 1248), Side.BOTTOM, Place.BOTTOM),
    ),
    AspectRatio.PORTRAIT: (
        _Spot(Box(84, 150, 996, 520), Side.TOP, Place.TOP),
        _Spot(Box(84, 840, 996, 1205), Side.BOTTOM, Place.BOTTOM),
    ),
    AspectRatio.SQUARE: (
        _Spot(Box(84, 150, 996, 450), Side.TOP, Place.TOP),
        _Spot(Box(84, 660, 996, 960), Side.BOTTOM, Place.BOTTOM),
    ),
    AspectRatio.WIDE: (
        _Spot(Box(130, 180, 900, 920), Side.LEFT, Place.CENTRE),
        _Spot(Box(1030, 180, 1800, 920), Side.RIGHT, Place.CENTRE),
    ),
}


def direct(stage: Stage) -> Staging:
    """Without a photo as in a hero scene; a small one, or a product that is cut out, stands in the bright light."""
    photo = stage.photo
    if photo is None:
        return pictured(stage, _TONE, own_icons=False)
    if cutout(photo) is not None or load(photo).alpha is not None or _small(stage, photo):
        return presented(stage, photo, Tone.BRIGHT, _BIGGEST)
    return _over(stage, photo)


def _small(stage: Stage, photo: Path) -> bool:
    """Whether the photo would be a blur from edge to edge."""
    (width, height), size = load(photo).size, stage.aspect_ratio.size
    return max(size.width / width, size.height / height) > LARGER and stage.short / min(width, height) > LARGER


def _over(stage: Stage, photo: Path) -> Staging:
    pixels = load(photo).flat()
    seen, size = salience(pixels), stage.aspect_ratio.size
    part = crop(pixels, seen, size.width / size.height)
    height, width = pixels.shape[:2]
    if part.kept < _KEPT or part.box.width * part.box.height < _AREA * width * height:
        return _beside(stage, Extended(stage, pixels, seen))
    box = part.box
    inside = salience(pixels[box.top : box.bottom, box.left : box.right])
    moving = Moving(pixels, box, size, centre(inside), stage.look.grade)
    spot, hidden = _spot(stage, moving, inside)
    if hidden > _HIDDEN:
        return _beside(stage, Extended(stage, pixels, seen))
    return _across(stage, moving, spot)


def _across(stage: Stage, moving: Moving, spot: _Spot) -> Staging:
    """The photo from edge to edge."""
    frames = [moving.at(moment) for moment in _MOMENTS]
    ground = _running(stage, moving.at)
    mark = veil(stage, _TONE, samples(frames, _name(stage)))
    top = scrim(stage.aspect_ratio.size, _name(stage), Side.TOP, mark)
    if stage.look.podium.plate:
        return Staging(_TONE, (top, *_plated(stage, spot)), ground, mark.inks)
    extent = _extent(_columns(stage, spot))
    cover = veil(stage, _TONE, samples(frames, extent))
    over = scrim(stage.aspect_ratio.size, extent, spot.side, cover)
    texts = [drawing for one in _columns(stage, spot, cover.inks) for drawing in one.drawings]
    if spot.side in {Side.TOP, Side.LEFT}:
        return Staging(_TONE, (over, *texts), ground, veiled(stage, _TONE, samples(frames, _name(stage)), cover).inks)
    return Staging(_TONE, (over, top, *texts), ground, mark.inks)


def _beside(stage: Stage, extended: Extended) -> Staging:
    """The photo whole, the texts where it is extended."""
    cover = veil(stage, _TONE, samples([extended.still], _name(stage)._replace(bottom=extended.text.bottom)))
    extended.cover(cover)
    spot = _Spot(extended.text, Side.TOP, Place.CENTRE)
    texts = [drawing for one in _columns(stage, spot, cover.inks) for drawing in one.drawings]
    return Staging(_TONE, tuple(texts), _running(stage, extended.at), cover.inks)


def _running(stage: Stage, at: Callable[[float], Frame]) -> Callable[[float], Frame]:
    return lambda t: at(clamp(t / max(1.0, stage.seconds)))


def _spot(stage: Stage, moving: Moving, seen: Salience) -> tuple[_Spot, float]:
    """Where the texts hide least of what the eye goes to, and how much; as asked for, if that hides hardly more."""
    spots = [spot._replace(box=stage.room(spot.box)) for spot in _SPOTS[stage.aspect_ratio]]
    hidden = {spot: within(seen, moving.seen(spot.box, 0.5)) for spot in spots}
    wanted, best = stage.scene.overlays[0].place, min(hidden, key=hidden.__getitem__)
    chosen = next((spot for spot in hidden if spot.place is wanted and hidden[spot] <= hidden[best] * _NEARLY), best)
    return chosen, hidden[chosen]


def _columns(stage: Stage, spot: _Spot, inks: Palette | None = None) -> list[Column]:
    pairs = paired(tuple(overlay.model_copy(update={"place": spot.place}) for overlay in stage.scene.overlays))
    centred = stage.look.centred and stage.aspect_ratio is not AspectRatio.WIDE
    box = on_axis(spot.box, stage.aspect_ratio) if centred else spot.box
    inked = replace(stage, inks=inks) if inks else stage
    found: list[Column] = []
    for beat in beats(stage, len(pairs)):
        pair = pairs[beat.number % len(pairs)]
        found.append(column(inked, pair, box, beat, tone=_TONE, biggest=stage.short * _BIGGEST))
    return found


def _extent(columns: list[Column]) -> Box:
    """Around all that is said."""
    boxes = [block.box for one in columns for block in one.blocks]
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def _name(stage: Stage) -> Box:
    safe = stage.safe
    return Box(safe.left, safe.top, safe.right, safe.top + round(stage.short * SIGNATURE))


def _plated(stage: Stage, spot: _Spot) -> list[Drawing]:
    drawings: list[Drawing] = []
    for one in _columns(stage, spot):
        drawings += [_plate(stage, one), *one.drawings]
    return drawings


def _plate(stage: Stage, said: Column) -> Drawing:
    """A slab of the style's ground, pushed in before the words."""
    rect = skia.Rect.MakeLTRB(*_extent([said])).makeOutset(_PLATE, _PLATE)
    colours, beat = stage.palette(_TONE), said.beat
    round_by = stage.look.corner * 60

    def draw(canvas: skia.Canvas, t: float) -> None:
        if not beat.start <= t < beat.end:
            return
        come = out_expo(ramp(t, beat.start, 0.5)) * (1 - in_cubic(ramp(t, beat.end - 0.25, 0.25)))
        shown = skia.Rect.MakeXYWH(rect.left(), rect.top(), rect.width() * come, rect.height())
        canvas.drawRoundRect(shown.makeOffset(12, 12), round_by, round_by, fill(colours.accent.argb()))
        canvas.drawRoundRect(shown, round_by, round_by, fill(colours.ground.argb()))

    return draw
