"""Quote: a customer's words, under the stars that they give or else a quotation mark."""

import math

import skia

from adgen_app.domain.formats import AspectRatio, Box
from adgen_app.studio.look.icons import icon
from adgen_app.studio.look.motion import clamp, in_out, out_back, out_cubic, ramp
from adgen_app.studio.look.palette import Tone
from adgen_app.studio.look.pen import fill, star
from adgen_app.studio.look.style import Spot
from adgen_app.studio.scenes.column import column
from adgen_app.studio.scenes.layout import text_only
from adgen_app.studio.scenes.product import BELOW, product
from adgen_app.studio.scenes.rating import rating
from adgen_app.studio.scenes.sign import ghost
from adgen_app.studio.scenes.stage import Beat, Drawing, Stage, beats, paired
from adgen_app.studio.scenes.staging import Staging

_TONE = Tone.BASE
_APART = 2.3
"""From star to star, in radii."""


def direct(stage: Stage) -> Staging:
    """Stars pop in a row if there are any, the words follow, then who said them."""
    pairs = paired(stage.scene.overlays)
    box = text_only(stage)
    row = round(stage.short * 0.1)
    below = Box(box.left, box.top + row + round(stage.short * 0.06), box.right, box.bottom - round(stage.short * 0.02))
    below_all = stage.photo if stage.aspect_ratio is AspectRatio.VERTICAL else None
    drawings: list[Drawing] = product(stage, below_all, BELOW, _TONE) if below_all else []
    for beat in beats(stage, len(pairs)):
        pair = pairs[beat.number % len(pairs)]
        given = rating(" ".join(overlay.text for overlay in pair if overlay))
        words = column(stage, pair, below, beat, tone=_TONE, biggest=stage.short * 0.115)
        centre = words.top - row * 0.85
        over = _stars(stage, given, Spot(0, centre, row / 2), box, beat) if given else _mark(stage, centre, box, beat)
        behind = [] if below_all else [ghost(stage, icon("quote"), _TONE, beat)]
        drawings += [*behind, over, *words.drawings]
    return Staging(_TONE, tuple(drawings))


def _stars(stage: Stage, given: float, spot: Spot, box: Box, beat: Beat) -> Drawing:
    """As many as were given; of the last one only the part that was given is strong."""
    colours, count, step = stage.palette(_TONE), math.ceil(given), spot.radius * _APART
    left = box.left + (box.width - step * count) * stage.align(stage.scene.overlays[0].text) + step / 2

    def draw(canvas: skia.Canvas, t: float) -> None:
        if not beat.start <= t < beat.end:
            return
        fade = 1 - ramp(t, beat.end - 0.3, 0.3)
        for at in range(count):
            grown = out_back(ramp(t, beat.start + 0.1 + at * 0.09, 0.45)) * spot.radius
            x, share = left + at * step, clamp(given - at)
            shape = star(x, spot.y, 5, grown, grown * 0.42)
            if share < 1:
                canvas.drawPath(shape, fill(colours.veil(colours.accent, 0.3 * fade)))
            canvas.save()
            canvas.clipRect(skia.Rect.MakeXYWH(x - grown, spot.y - grown, 2 * grown * share, 2 * grown))
            canvas.drawPath(shape, fill(colours.accent.argb(fade)))
            canvas.restore()

    return draw


def _mark(stage: Stage, centre: float, box: Box, beat: Beat) -> Drawing:
    """An opening quotation mark, drawn as the words begin."""
    colours, reach = stage.palette(_TONE), stage.short * 0.055
    x = box.left + reach + (box.width - 2 * reach) * stage.align(stage.scene.overlays[0].text)

    def draw(canvas: skia.Canvas, t: float) -> None:
        if not beat.start <= t < beat.end:
            return
        argb = colours.accent_ink.argb(1 - in_out(ramp(t, beat.end - 0.3, 0.3)))
        drawn = out_cubic(ramp(t, beat.start + 0.1, 0.9))
        icon("quote").draw(canvas, x, centre, reach, (argb, stage.look.line), drawn)

    return draw
