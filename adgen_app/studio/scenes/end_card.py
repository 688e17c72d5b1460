"""End card: who it was, what to do now."""

import math
from dataclasses import replace

import skia

from adgen_app.domain.formats import AspectRatio, Box
from adgen_app.domain.storyboard import Animation
from adgen_app.studio.look.motion import out_back, ramp
from adgen_app.studio.look.palette import Tone
from adgen_app.studio.look.style import Spot
from adgen_app.studio.scenes.column import shown, stand
from adgen_app.studio.scenes.layout import on_axis, stacked
from adgen_app.studio.scenes.logo import logo
from adgen_app.studio.scenes.product import product
from adgen_app.studio.scenes.sign import emblem, ghost
from adgen_app.studio.scenes.stage import Beat, Drawing, Stage
from adgen_app.studio.scenes.staging import Staging
from adgen_app.studio.text.fit import Limits
from adgen_app.studio.text.kinetic import Block, Setting
from adgen_app.studio.text.words import rtl

_TONE = Tone.BRIGHT
_PLACES: dict[AspectRatio, tuple[Spot, Box, Box]] = {
    AspectRatio.VERTICAL: (Spot(540, 1530, 270), Box(120, 400, 888, 880), Box(120, 950, 888, 1120)),
    AspectRatio.PORTRAIT: (Spot(540, 270, 165), Box(84, 480, 996, 890), Box(84, 950, 996, 1120)),
    AspectRatio.SQUARE: (Spot(540, 195, 130), Box(84, 360, 996, 700), Box(84, 745, 996, 895)),
    AspectRatio.WIDE: (Spot(1505, 530, 300), Box(130, 180, 1130, 640), Box(130, 710, 1130, 880)),
}
"""Emblem, words, button."""
_PRODUCTS = {
    AspectRatio.VERTICAL: Box(200, 1180, 880, 1800),
    AspectRatio.PORTRAIT: Box(240, 100, 840, 460),
    AspectRatio.SQUARE: Box(290, 60, 790, 345),
    AspectRatio.WIDE: Box(1180, 70, 1860, 1000),
}
"""Where the product's photo stands; a square has no room for it and a logo."""
_ABOVE = {
    AspectRatio.VERTICAL: Box(150, 350, 930, 560),
    AspectRatio.PORTRAIT: Box(190, 150, 890, 420),
    AspectRatio.SQUARE: Box(240, 90, 840, 320),
    AspectRatio.WIDE: Box(560, 130, 1360, 370),
}
"""Where a logo stands that has the room to itself."""
_LINE = 0.085
"""Largest size of a line under the name: an offer has to be seen."""
_SHARE = 0.36
"""Of the words' room, for a logo above the name, beside a photo."""


def direct(stage: Stage) -> Staging:
    """The product's photo, the logo or else an emblem; name, what the overlays add, and a button that breathes."""
    sign = stage.sign
    photo = None if sign and stage.aspect_ratio is AspectRatio.SQUARE else stage.photo
    spot, words, room = _PLACES[stage.aspect_ratio]
    spot, words, room = stage.spot(spot), stage.room(words), stage.room(room)
    wide = stage.aspect_ratio is AspectRatio.WIDE
    beside = wide and (photo is not None or not sign)
    align = float(rtl(stage.name)) if beside else 0.5
    if not wide:
        words, room = on_axis(words, stage.aspect_ratio), on_axis(room, stage.aspect_ratio)
    elif not beside:
        words, room = stage.room(Box(360, 390, 1560, 690)), stage.room(Box(360, 740, 1560, 900))
    drawings: list[Drawing] = []
    if photo:
        drawings += product(stage, photo, stage.room(_PRODUCTS[stage.aspect_ratio]), _TONE)
    if sign:
        above, words = _room_for(stage, words, alone=photo is None)
        drawings.append(logo(stage, sign, above, _TONE, align))
    if not photo and not sign:
        drawings.append(emblem(stage, stage.icon(), spot, _TONE, Beat(0, 0.0, stage.seconds + 1)))
    if not photo and sign and stage.aspect_ratio is AspectRatio.VERTICAL:
        drawings.append(ghost(stage, stage.icon(), _TONE, Beat(0, 0.0, stage.seconds + 1)))
    return Staging(_TONE, (*drawings, *_words(stage, words, align), _button(stage, room, align)))


def _room_for(stage: Stage, words: Box, *, alone: bool) -> tuple[Box, Box]:
    """The logo's box, and what it leaves to the words."""
    gap = round(stage.short * 0.03)
    if alone:
        above = stage.room(_ABOVE[stage.aspect_ratio])
        return above, words._replace(top=max(words.top, above.bottom + gap))
    return stacked(words, _SHARE, gap)


def _words(stage: Stage, box: Box, align: float) -> list[Drawing]:
    lines = _lines(stage)
    gap = round(stage.short * 0.05)
    upper = Box(box.left, box.top, box.right, box.top + round(box.height * (0.62 if lines else 1.0)))
    name = stage.block(
        stage.name,
        upper,
        tone=_TONE,
        biggest=stage.short * 0.18,
        lines=2,
        align=align,
        animation=Animation.SLIDE_UP,
        plain=True,
    )
    if not lines:
        stand([name], box, 0.5, gap)
        return [shown(name, 0.25, stage.seconds + 1)]
    lower = Box(box.left, upper.bottom + gap, box.right, box.bottom)
    share = (stage.seconds - 0.7) / len(lines)
    drawings: list[Drawing] = []
    for at, line in enumerate(lines):
        block = stage.block(
            line,
            lower,
            tone=_TONE,
            biggest=stage.short * _LINE,
            headline=False,
            lines=3,
            align=align,
            animation=Animation.FADE,
        )
        stand([name, block], box, 0.5, gap)
        last = at == len(lines) - 1
        drawings.append(shown(block, 0.7 + at * share, stage.seconds + 1 if last else 0.7 + (at + 1) * share))
    return [shown(name, 0.25, stage.seconds + 1), *drawings]


def _lines(stage: Stage) -> list[str]:
    """The overlays, but for those that say what name and button say."""
    said = {stage.name.casefold(), stage.call_to_action.casefold()}
    return [overlay.text for overlay in stage.scene.overlays if overlay.text.casefold() not in said]


def _button(stage: Stage, room: Box, align: float) -> Drawing:
    look, colours = stage.look, stage.palette(_TONE)
    side = round(room.height * 0.42)
    inner = Box(
        room.left + side,
        room.top + round(room.height * 0.27),
        room.right - side,
        room.bottom - round(room.height * 0.27),
    )
    on_button = replace(colours, ink=colours.on_accent)
    face = replace(look.text, capitals=look.display.capitals)
    setting = Setting(face, on_button, replace(look.motion, tilt=0.0), stage.language, Animation.FADE, 0.5)
    limits = Limits(inner.width, inner.height, stage.short * 0.075, 2)
    text = Block(stage.call_to_action, inner, limits, setting, 0.5)
    width = text.fitted.width + 2 * side
    left = room.left + (room.width - width) * align
    text.left = round(left + side)
    rect = skia.Rect.MakeXYWH(left, room.top, width, room.height)

    def draw(canvas: skia.Canvas, t: float) -> None:
        since = t - 0.65
        if since <= 0:
            return
        size = out_back(ramp(since, 0, 0.55)) * (1 + 0.026 * math.sin(max(0.0, since - 0.55) * 4.4))
        canvas.save()
        canvas.translate(rect.centerX(), rect.centerY())
        canvas.scale(size, size)
        canvas.translate(-rect.centerX(), -rect.centerY())
        look.button(canvas, colours, rect, since)
        text.draw(canvas, t, 0.75, math.inf)
        canvas.restore()

    return draw
