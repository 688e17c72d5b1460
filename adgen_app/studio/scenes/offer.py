"""Offer: a price or a discount, in a burst."""

import math
from dataclasses import replace

import skia

from adgen_app.domain.formats import AspectRatio, Box
from adgen_app.studio.look.motion import out_back, ramp
from adgen_app.studio.look.palette import Tone
from adgen_app.studio.look.pen import fill, star, stroke
from adgen_app.studio.look.style import Spot
from adgen_app.studio.scenes.column import shown, support
from adgen_app.studio.scenes.layout import on_axis
from adgen_app.studio.scenes.product import BELOW, product
from adgen_app.studio.scenes.sign import ghost, leaving
from adgen_app.studio.scenes.stage import Beat, Drawing, Stage, beats, paired
from adgen_app.studio.scenes.staging import Staging
from adgen_app.studio.text.fit import Limits
from adgen_app.studio.text.kinetic import Block, Setting

_TONE = Tone.BRIGHT
_PLACES: dict[AspectRatio, tuple[Spot, Box]] = {
    AspectRatio.VERTICAL: (Spot(540, 730, 375), Box(120, 1130, 888, 1246)),
    AspectRatio.PORTRAIT: (Spot(540, 560, 400), Box(84, 1000, 996, 1190)),
    AspectRatio.SQUARE: (Spot(540, 440, 320), Box(84, 790, 996, 965)),
    AspectRatio.WIDE: (Spot(600, 520, 430), Box(1110, 240, 1810, 800)),
}

_PICTURED: dict[AspectRatio, tuple[Spot, Box, Box]] = {
    AspectRatio.VERTICAL: (Spot(540, 710, 350), Box(120, 1090, 888, 1240), BELOW),
    AspectRatio.PORTRAIT: (Spot(400, 520, 350), Box(84, 1010, 996, 1190), Box(625, 430, 1065, 990)),
    AspectRatio.SQUARE: (Spot(380, 430, 310), Box(84, 800, 996, 965), Box(590, 290, 1050, 785)),
    AspectRatio.WIDE: (Spot(600, 520, 430), Box(1110, 130, 1810, 400), Box(1060, 420, 1820, 1010)),
}
"""The same with the product's photo, which may stand before the burst, not before its words."""

_WITHIN = ((0.58, 0.58), (0.64, 0.46), (0.69, 0.34))
"""Half the width and height of boxes for its words, in a burst's radii."""


def direct(stage: Stage) -> Staging:
    """The offer lands on a turning burst; what comes with it stands under it."""
    pairs, photo = paired(stage.scene.overlays), stage.photo
    spot, box, zone = _PICTURED[stage.aspect_ratio] if photo else (*_PLACES[stage.aspect_ratio], BELOW)
    spot, box, zone = stage.spot(spot), stage.room(box), stage.room(zone)
    wide = stage.aspect_ratio is AspectRatio.WIDE
    box = box if wide else on_axis(box, stage.aspect_ratio)
    drawings: list[Drawing] = []
    shows = product(stage, photo, zone, _TONE, 0.5)[-1:] if photo else []
    for beat in beats(stage, len(pairs)):
        offer, more = pairs[beat.number % len(pairs)]
        drawings += [] if photo else [ghost(stage, stage.icon(), _TONE, beat)]
        words = shown(_words(stage, offer.text, spot), beat.start + 0.2, beat.end)
        drawings += [leaving(_burst(stage, spot, beat), spot, beat), leaving(words, spot, beat)]
        if more is not None:
            block = support(stage, more, box, _TONE, stage.short * 0.1 if wide else None)
            if not wide:
                block.left = round(box.left + (box.width - block.fitted.width) / 2)
            drawings.append(shown(block, beat.start + 0.9, beat.end))
    return Staging(_TONE, (*drawings, *shows))


def _words(stage: Stage, text: str, spot: Spot) -> Block:
    """In the tallest to the widest box that stays within the burst's ring: where they become largest."""
    look, colours = stage.look, stage.palette(_TONE)
    on_burst = replace(colours, ink=colours.on_accent)
    setting = Setting(look.display, on_burst, look.motion, stage.language, stage.scene.overlays[0].animation, 0.5)
    blocks: list[Block] = []
    for wide, high in _WITHIN:
        across, down = spot.radius * wide, spot.radius * high
        box = Box(round(spot.x - across), round(spot.y - down), round(spot.x + across), round(spot.y + down))
        blocks.append(Block(text, box, Limits(box.width, box.height, stage.short * 0.2, 4), setting, 0.5))
    return max(blocks, key=lambda block: block.fitted.worth)


def _burst(stage: Stage, spot: Spot, beat: Beat) -> Drawing:
    colours = stage.palette(_TONE)

    def draw(canvas: skia.Canvas, t: float) -> None:
        grown = out_back(ramp(t, beat.start + 0.05, 0.6))
        beatwise = 1 + 0.018 * math.sin((t - beat.start) * 5.2)
        outer, turn = spot.radius * grown * beatwise, (t - beat.start) * 0.16
        if stage.look.burst:
            canvas.drawPath(
                star(spot.x, spot.y, stage.look.burst, outer, outer * 0.86, turn), fill(colours.accent.argb())
            )
        else:
            canvas.drawCircle(spot.x, spot.y, outer * 0.92, fill(colours.accent.argb()))
            canvas.drawCircle(
                spot.x, spot.y, outer * (0.97 + 0.02 * math.sin(t * 3)), stroke(colours.accent.argb(0.6), 3)
            )
        ring = stroke(colours.on_accent.argb(0.6), 4)
        ring.setPathEffect(skia.DashPathEffect.Make([16, 14], t * 30))
        canvas.drawCircle(spot.x, spot.y, outer * 0.8, ring)

    return draw
