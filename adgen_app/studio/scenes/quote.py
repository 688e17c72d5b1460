"""Quote: a customer's words, with five stars."""

import skia

from adgen_app.domain.formats import Box
from adgen_app.studio.look.icons import icon
from adgen_app.studio.look.motion import out_back, ramp
from adgen_app.studio.look.palette import Tone
from adgen_app.studio.look.pen import fill, star
from adgen_app.studio.look.style import Spot
from adgen_app.studio.scenes.column import column
from adgen_app.studio.scenes.layout import text_only
from adgen_app.studio.scenes.sign import ghost
from adgen_app.studio.scenes.stage import Beat, Drawing, Stage, beats, paired
from adgen_app.studio.scenes.staging import Staging

_TONE = Tone.BASE
_STARS = 5


def direct(stage: Stage) -> Staging:
    """Stars pop in a row, the words follow, then who said them."""
    pairs = paired(stage.scene.overlays)
    box = text_only(stage.aspect_ratio, centred=stage.look.centred)
    row = round(stage.short * 0.1)
    below = Box(box.left, box.top + row + round(stage.short * 0.06), box.right, box.bottom - round(stage.short * 0.02))
    drawings: list[Drawing] = []
    for beat in beats(stage, len(pairs)):
        pair = pairs[beat.number % len(pairs)]
        drawings += [ghost(stage, icon("quote"), _TONE, beat)]
        words = column(stage, pair, below, beat, tone=_TONE, biggest=stage.short * 0.115)
        drawings += [_stars(stage, Spot(0, words.top - row * 0.85, row / 2), box, beat), *words.drawings]
    return Staging(_TONE, tuple(drawings))


def _stars(stage: Stage, spot: Spot, box: Box, beat: Beat) -> Drawing:
    colours = stage.palette(_TONE)
    step = spot.radius * 2.3
    left = box.left + (box.width - step * _STARS) * stage.align(stage.scene.overlays[0].text) + step / 2

    def draw(canvas: skia.Canvas, t: float) -> None:
        if not beat.start <= t < beat.end:
            return
        fade = 1 - ramp(t, beat.end - 0.3, 0.3)
        for at in range(_STARS):
            grown = out_back(ramp(t, beat.start + 0.1 + at * 0.09, 0.45))
            shape = star(left + at * step, spot.y, 5, spot.radius * grown, spot.radius * 0.42 * grown)
            canvas.drawPath(shape, fill(colours.accent.argb(fade)))

    return draw
