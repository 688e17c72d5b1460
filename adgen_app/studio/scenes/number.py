"""Number: a figure that counts up."""

import re

import skia

from adgen_app.domain.formats import AspectRatio, Box
from adgen_app.studio.look.motion import in_out, out_expo, ramp
from adgen_app.studio.look.palette import Tone
from adgen_app.studio.look.pen import arc, stroke
from adgen_app.studio.look.style import Spot
from adgen_app.studio.scenes.column import column, shown
from adgen_app.studio.scenes.layout import on_axis
from adgen_app.studio.scenes.pictured import pictured
from adgen_app.studio.scenes.sign import ghost
from adgen_app.studio.scenes.stage import Beat, Drawing, Stage, beats, paired
from adgen_app.studio.scenes.staging import Staging
from adgen_app.studio.text.fit import Limits, fit
from adgen_app.studio.text.measure import paragraph

_TONE = Tone.BASE
_FIGURE = re.compile(r"\d[\d.,' \u00a0\u202f]*\d|\d")
_MEASURE = re.compile(r"(\D?\d[\d.,' \u00a0\u202f]*\+?)\s+([^\W\d_].*)")
_UNIT, _UNDER = 0.34, 1.25
"""A unit's size as a share of its figure's; its baseline's distance from the figure's, in its own size."""
_COUNTING = 1.5
_LONGEST = 14
"""Characters; a longer text is a sentence with a figure in it."""
_PLACES: dict[AspectRatio, tuple[Spot, Box]] = {
    AspectRatio.VERTICAL: (Spot(540, 710, 325), Box(120, 1085, 888, 1245)),
    AspectRatio.PORTRAIT: (Spot(540, 500, 320), Box(84, 880, 996, 1150)),
    AspectRatio.SQUARE: (Spot(540, 400, 260), Box(84, 710, 996, 940)),
    AspectRatio.WIDE: (Spot(560, 510, 350), Box(1010, 250, 1800, 790)),
}


def direct(stage: Stage) -> Staging:
    """A ring closes while the figure rises; what it means stands under it."""
    first = stage.scene.overlays[0].text
    if not _FIGURE.search(first) or len(first) > _LONGEST:
        return pictured(stage, _TONE, own_icons=False)
    pairs = paired(stage.scene.overlays)
    spot, box = _PLACES[stage.aspect_ratio]
    spot, box = stage.spot(spot), stage.room(box)
    box = box if stage.aspect_ratio is AspectRatio.WIDE else on_axis(box, stage.aspect_ratio)
    drawings: list[Drawing] = []
    for beat in beats(stage, len(pairs)):
        figure, meaning = pairs[beat.number % len(pairs)]
        drawings.append(ghost(stage, stage.icon(), _TONE, beat))
        if _FIGURE.search(figure.text) and len(figure.text) <= _LONGEST:
            drawings += [_ring(stage, spot, beat), _count(stage, figure.text, spot, beat)]
            below = meaning
        else:
            drawings += column(
                stage, (figure, meaning), _within(spot, 0.95), beat, tone=_TONE, biggest=stage.short * 0.12
            ).drawings
            below = None
        if below is not None:
            align = None if stage.aspect_ratio is AspectRatio.WIDE else 0.5
            block = stage.block(below.text, box, tone=_TONE, biggest=stage.short * 0.105, align=align, plain=True)
            drawings.append(shown(block, beat.start + 0.6, beat.end))
    return Staging(_TONE, tuple(drawings))


def _within(spot: Spot, share: float) -> Box:
    half = spot.radius * share
    return Box(round(spot.x - half), round(spot.y - half), round(spot.x + half), round(spot.y + half))


def _ring(stage: Stage, spot: Spot, beat: Beat) -> Drawing:
    colours = stage.palette(_TONE)
    oval = skia.Rect.MakeLTRB(*_within(spot, 1.0))

    def draw(canvas: skia.Canvas, t: float) -> None:
        if not beat.start <= t < beat.end:
            return
        fade = 1 - ramp(t, beat.end - 0.3, 0.3)
        sweep = 360 * in_out(ramp(t, beat.start + 0.1, _COUNTING))
        thick = spot.radius * 0.055
        arc(canvas, oval, 0, 360, stroke(colours.ink.argb(0.12 * fade), thick))
        arc(canvas, oval, -90 + 9 * (t - beat.start), sweep, stroke(colours.accent.argb(fade), thick))

    return draw


def _count(stage: Stage, text: str, spot: Spot, beat: Beat) -> Drawing:
    look, colours, room = stage.look, stage.palette(_TONE), _within(spot, 0.76)
    figure, unit = parted(text)
    high = room.height * (0.62 if unit else 1.0)
    large = fit(figure, look.display, Limits(room.width, high, stage.short * 0.34, 1), stage.language, 0.5)
    cap = max(-word.extent.top for word in large.words) * large.size
    small = fit(unit or figure, look.text, Limits(room.width * 0.8, high, large.size * _UNIT, 1), stage.language).size
    drop = max(0.0, *(word.extent.bottom for word in large.words)) * large.size  # old-style figures reach below
    below = drop + small * _UNDER if unit else 0.0
    baseline = spot.y + (cap - below) / 2

    def draw(canvas: skia.Canvas, t: float) -> None:
        if not beat.start + 0.1 <= t < beat.end:
            return
        fade = ramp(t, beat.start + 0.1, 0.2) * (1 - ramp(t, beat.end - 0.3, 0.3))
        now = counted(figure, out_expo(ramp(t, beat.start + 0.1, _COUNTING)))
        lines = [(now, look.display, large.size, colours.ink.argb(fade), baseline)]
        lines += [(unit, look.text, small, colours.soft.argb(fade), baseline + below)] if unit else []
        for line, face, size, argb, y in lines:
            shaped = paragraph(line, face, stage.language, size, argb)
            shaped.paint(canvas, spot.x - shaped.LongestLine / 2, y - shaped.AlphabeticBaseline)

    return draw


def parted(text: str) -> tuple[str, str]:
    """A figure that leads its text, and its unit when that is a word of its own: `20 minute`."""
    found = _MEASURE.fullmatch(text)
    return (found[1], found[2]) if found else (text, "")


def counted(text: str, share: float) -> str:
    """The text with its first figure at a share of its value, written the same way."""
    found = _FIGURE.search(text)
    if found is None or share >= 1:
        return text
    figure = found.group()
    digits = re.sub(r"\D", "", figure)
    now = f"{round(int(digits) * share):0{len(digits)}d}"
    written = iter(now)
    shown_figure = "".join(next(written) if letter.isdigit() else letter for letter in figure)
    kept = re.sub(r"^[0.,' \u00a0\u202f]+(?=\d)", "", shown_figure) if not figure.startswith("0") else shown_figure
    return text[: found.start()] + kept + text[found.end() :]
