"""Luxury: dark silk, hairlines of gold, a serif that takes its time."""

import math
import random

import skia

from adgen_app.studio.look.colour import Lch, Rgb
from adgen_app.studio.look.grade import Grade
from adgen_app.studio.look.icons import Icon
from adgen_app.studio.look.motion import Motion, in_out, out_cubic, ramp
from adgen_app.studio.look.palette import Palette, Tone, brand, palette, toned
from adgen_app.studio.look.pen import arc, closed, fill, glow, stroke
from adgen_app.studio.look.style import Emphasis, Ground, Look, Podium, Spot
from adgen_app.studio.look.transition import dusk
from adgen_app.studio.typefaces import Face

_GOLD_HUE = 1.42

_SHADER = """
half3 light(float2 p) {
    float bend = 0.5 * sin(p.y * 1.9 + t * 0.22 + seed) + 0.28 * sin(p.x * 2.3 - t * 0.31);
    float fold = sin((p.x * 1.5 + p.y * 0.75) * 2.6 + bend * 3.0 + t * 0.35 + seed);
    float silk = pow(0.5 + 0.5 * fold, 3.0);
    half3 base = mix(half3(c0), half3(c1), half(clamp(length(p) * 0.85, 0.0, 1.0)));
    return mix(base, half3(c2), half(silk * (1.0 - 0.55 * clamp(length(p), 0.0, 1.0))));
}
"""


def _colours(colours: tuple[str, ...], tone: Tone) -> Palette:
    first, second = brand(colours)
    warm = [colour for colour in (first, second) if 0.7 < colour.hue < 2.0 and colour.chroma > 0.03]
    metal = (
        (warm[0] if warm else first)._replace(lightness=0.84, chroma=0.1, **({} if warm else {"hue": _GOLD_HUE})).rgb()
    )
    other = toned(second, 0.74, 0.09)
    if tone is Tone.BRIGHT:
        ivory, deep = Lch(0.955, 0.016, _GOLD_HUE), toned(first, 0.4, 0.09)
        return palette(
            ivory.rgb(),
            ivory._replace(lightness=0.92, chroma=0.03).rgb(),
            ivory._replace(lightness=0.985).rgb(),
            deep,
            deep,
        )
    if tone is Tone.SHADOW:
        return palette(toned(first, 0.15, 0.006), toned(first, 0.09, 0.004), toned(first, 0.24, 0.01), metal, other)
    return palette(toned(first, 0.19, 0.035), toned(first, 0.11, 0.02), toned(first, 0.31, 0.06), metal, other)


def _decor(canvas: skia.Canvas, ground: Ground, t: float) -> None:
    width, height = ground.size
    short = min(width, height)
    colours = ground.palette
    drawn = in_out(ramp(t, 0.1, 1.6))
    inset = short * 0.042
    frame = skia.Path()
    frame.addRect(skia.Rect.MakeLTRB(inset, inset, width - inset, height - inset))
    line = stroke(colours.veil(colours.accent, 0.55), 2.0)
    line.setPathEffect(skia.TrimPathEffect.Make(0.0, min(0.999, max(0.001, drawn))))
    canvas.drawPath(frame, line)
    turn = t * 3 + ground.seed % 90
    for ring, reach in enumerate((0.62, 0.78, 0.95)):
        oval = skia.Rect.MakeXYWH(
            width - short * reach * 0.75, height - short * reach * 0.8, short * reach, short * reach
        )
        arc(canvas, oval, turn * (1 - 0.4 * ring) - 140, 200, stroke(colours.veil(colours.accent, 0.3), 1.6))
    _dust(canvas, ground, t)


def _dust(canvas: skia.Canvas, ground: Ground, t: float) -> None:
    chance = random.Random(ground.seed)
    width, height = ground.size
    for _ in range(34):
        x, y, speed, size = chance.random(), chance.random(), chance.uniform(0.01, 0.035), chance.uniform(1.2, 3.6)
        shine = 0.5 + 0.5 * math.sin(t * chance.uniform(0.8, 2.0) + chance.random() * 6)
        place = ((x + 0.02 * math.sin(t * 0.5 + y * 9)) * width, ((y - t * speed) % 1.0) * height)
        canvas.drawCircle(*place, size, fill(ground.palette.veil(ground.palette.accent, round(0.7 * shine, 2))))


def _emblem(canvas: skia.Canvas, colours: Palette, spot: Spot, icon: Icon, t: float) -> None:
    x, y, radius = spot
    shown = out_cubic(ramp(t, 0, 1.3))
    glow(canvas, (x, y), radius * 1.5, colours.accent, 0.14 * shown)
    for reach, speed, sweep in ((1.0, 14, 360), (0.93, -20, 250), (1.1, 9, 120), (1.1, 9, -60)):
        oval = skia.Rect.MakeXYWH(x - radius * reach, y - radius * reach, 2 * radius * reach, 2 * radius * reach)
        arc(canvas, oval, t * speed - 90, sweep * shown, stroke(colours.accent.argb(0.9 if reach == 1 else 0.5), 2.4))
    for tick in range(60):
        angle, long = tick * math.tau / 60 + t * 0.03, 0.05 if tick % 5 else 0.085
        if tick / 60 <= shown:
            inner, outer = radius * (0.88 - long), radius * 0.88
            c, s = math.cos(angle), math.sin(angle)
            canvas.drawLine(
                x + inner * c, y + inner * s, x + outer * c, y + outer * s, stroke(colours.accent.argb(0.45), 1.6)
            )
    icon.draw(canvas, x, y, radius * 0.46, (colours.accent.argb(), 0.62), out_cubic(ramp(t, 0.25, 1.4)))


def _button(canvas: skia.Canvas, colours: Palette, rect: skia.Rect, t: float) -> None:
    canvas.drawRect(rect, fill(colours.accent.argb()))
    grow = 9 + 3 * math.sin(t * 2.6)
    canvas.drawRect(rect.makeOutset(grow, grow), stroke(colours.accent.argb(0.75), 2.0))


def _spotlight(canvas: skia.Canvas, colours: Palette, spot: Spot, t: float) -> None:
    x, y, radius = spot
    shown = in_out(ramp(t, 0, 1.4))
    glow(canvas, (x, y - radius * 0.1), radius * 1.35, colours.accent, 0.3 * shown)
    lamp, low = radius * 0.16, y + radius
    beam = [(x - lamp, y - radius * 6), (x + lamp, y - radius * 6), (x + radius, low), (x - radius, low)]
    canvas.drawPath(closed(beam), fill(colours.veil(colours.accent, 0.045 * shown)))
    floor = skia.Rect.MakeXYWH(x - radius * 0.8, y + radius * 0.93, radius * 1.6, radius * 0.16)
    arc(canvas, floor, 180 - 180 * shown, 360 * shown, stroke(colours.accent.argb(0.55), 2.0))


def _gilt(canvas: skia.Canvas, colours: Palette, rect: skia.Rect, t: float) -> None:
    shown = in_out(ramp(t, 0.2, 1.0))
    canvas.drawRect(rect.makeOutset(16, 16), stroke(colours.accent.argb(0.8 * shown), 2.0))
    canvas.drawRect(rect.makeOutset(4, 4), stroke(colours.accent.argb(0.5 * shown), 1.4))


LOOK = Look(
    display=Face("PlayfairDisplay-SemiBold", tracking=0.0, leading=1.16),
    text=Face("Jost-Medium", tracking=0.05, leading=1.3),
    colours=_colours,
    shader=_SHADER,
    decor=_decor,
    emblem=_emblem,
    button=_button,
    podium=Podium(light=_spotlight, mount=_gilt, shadow=0.85, reflection=0.3),
    motion=Motion(ease=out_cubic, enter=0.95, stagger=0.1, leave=0.34),
    transition=dusk,
    grade=Grade(shadows=Rgb(0.012, 0.004, -0.006), lights=Rgb(0.012, 0.004, -0.02), contrast=0.07, saturation=0.94),
    emphasis=Emphasis.COLOUR,
    centred=True,
    corner=0.0,
    line=0.6,
    burst=0,
)
