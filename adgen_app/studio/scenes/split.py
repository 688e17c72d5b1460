"""Split: before and after, side by side."""

import skia

from adgen_app.domain.formats import AspectRatio, Box
from adgen_app.domain.storyboard import Overlay
from adgen_app.studio.look.icons import icon
from adgen_app.studio.look.motion import out_expo, ramp
from adgen_app.studio.look.palette import Tone
from adgen_app.studio.look.pen import closed, fill
from adgen_app.studio.look.style import Spot
from adgen_app.studio.scenes.column import column
from adgen_app.studio.scenes.layout import on_axis
from adgen_app.studio.scenes.sign import emblem
from adgen_app.studio.scenes.stage import Beat, Drawing, Stage, beats, paired
from adgen_app.studio.scenes.staging import Staging

_HALVES: dict[AspectRatio, tuple[tuple[Box, Spot], tuple[Box, Spot]]] = {
    AspectRatio.VERTICAL: (
        (Box(120, 575, 888, 850), Spot(540, 460, 95)),
        (Box(120, 975, 888, 1235), Spot(540, 1500, 215)),
    ),
    AspectRatio.PORTRAIT: (
        (Box(84, 345, 996, 600), Spot(540, 235, 88)),
        (Box(84, 735, 996, 985), Spot(540, 1125, 110)),
    ),
    AspectRatio.SQUARE: ((Box(84, 285, 996, 470), Spot(540, 195, 70)), (Box(84, 600, 996, 790), Spot(540, 890, 76))),
    AspectRatio.WIDE: (
        (Box(110, 470, 840, 920), Spot(475, 270, 135)),
        (Box(1080, 470, 1810, 920), Spot(1445, 270, 135)),
    ),
}
"""Text and sign of either half."""
_SEAM = 0.475
"""Where they meet, one under the other, as a share of the frame's height."""
_TURN = 0.3
"""Share of a beat after which the other half comes."""


def direct(stage: Stage) -> Staging:
    """The worse half first, then the better one pushes in."""
    pairs = paired(stage.scene.overlays)
    tone = Tone.BRIGHT
    drawings: list[Drawing] = []
    for beat in beats(stage, len(pairs)):
        before, after = pairs[beat.number % len(pairs)]
        drawings += _half(stage, before, 0, beat, Tone.SHADOW)
        if after is not None:
            later = Beat(beat.number, beat.start + beat.seconds * _TURN, beat.end)
            drawings.append(_panel(stage, later, tone))
            drawings += _half(stage, after, 1, later, tone)
    return Staging(Tone.SHADOW, tuple(drawings))


def _half(stage: Stage, overlay: Overlay, side: int, beat: Beat, tone: Tone) -> list[Drawing]:
    box, spot = _HALVES[stage.aspect_ratio][side]
    box, spot = stage.room(box), stage.spot(spot)
    if stage.look.centred and stage.aspect_ratio is not AspectRatio.WIDE:
        box = on_axis(box, stage.aspect_ratio)
    if not stage.look.centred:
        spot = spot._replace(x=box.left + spot.radius)
    picture = stage.icon(overlay.text) if side else icon("face-slightly-frowning")
    sign = emblem(stage, picture, spot, tone, beat, shaken=side == 0)
    return [sign, *column(stage, (overlay, None), box, beat, tone=tone, biggest=stage.short * 0.125).drawings]


def _panel(stage: Stage, beat: Beat, tone: Tone) -> Drawing:
    width, height = stage.aspect_ratio.size
    colours, seam = stage.palette(tone), stage.spot(Spot(0, height * _SEAM, 1)).y

    def draw(canvas: skia.Canvas, t: float) -> None:
        if not beat.start <= t < beat.end + 0.05:
            return
        come = out_expo(ramp(t, beat.start, 0.8)) * (
            1 - out_expo(ramp(t, beat.end - 0.25, 0.3)) * (beat.end < stage.seconds - 0.1)
        )
        for late, colour in ((0.018, colours.accent), (0.0, colours.ground)):
            canvas.drawPath(_shape(width, height, seam, come, late), fill(colour.argb()))

    return draw


def _shape(width: int, height: int, seam: float, come: float, late: float) -> skia.Path:
    slant = 0.018
    if width > height:
        edge = width * (1 - (0.49 + late) * come)
        return closed([(edge + width * slant, 0), (width, 0), (width, height), (edge - width * slant, height)])
    edge = height - (height - seam + height * late) * come
    return closed([(0, edge + height * slant), (width, edge - height * slant), (width, height), (0, height)])
