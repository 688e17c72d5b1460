"""Minimal: air, one geometric shape, one colour, nothing to spare."""

import skia

from adgen_app.studio.look.colour import Rgb
from adgen_app.studio.look.grade import Grade
from adgen_app.studio.look.icons import Icon
from adgen_app.studio.look.motion import Motion, in_out, out_back, out_cubic, out_expo, ramp
from adgen_app.studio.look.palette import Palette, Tone, brand, palette, sunny, toned
from adgen_app.studio.look.pen import fill, stroke
from adgen_app.studio.look.style import Emphasis, Ground, Look, Podium, Spot
from adgen_app.studio.look.transition import push
from adgen_app.studio.typefaces import Face

_SHADER = """
half3 light(float2 p) {
    float slope = 0.5 + 0.5 * sin(p.x * 0.9 + p.y * 0.7 + t * 0.25 + seed);
    half3 base = mix(half3(c0), half3(c1), half(slope));
    float lamp = smoothstep(1.1, 0.0, length(p - float2(0.4 * sin(t * 0.3 + seed), -0.6)));
    return mix(base, half3(c2), half(lamp));
}
"""


def _colours(colours: tuple[str, ...], tone: Tone) -> Palette:
    first, second = brand(colours)
    lightness = 0.84 if sunny(first) else min(0.62, max(0.48, first.lightness))
    accent, other = toned(first, lightness, 0.22), toned(second, 0.7, 0.13)
    if tone is Tone.SHADOW:
        light = toned(first, 0.76, 0.13)
        return palette(toned(first, 0.25, 0.012), toned(first, 0.2, 0.01), toned(first, 0.3, 0.014), light, other)
    if tone is Tone.BRIGHT and sunny(first):
        sun = (toned(first, 0.88, 0.2), toned(first, 0.85, 0.2), toned(first, 0.91, 0.18))
        return palette(*sun, toned(first, 0.2, 0.03), other)
    if tone is Tone.BRIGHT:
        pale = toned(first, 0.95, 0.03)
        deep = (toned(first, 0.47, 0.2), toned(first, 0.43, 0.19), toned(first, 0.5, 0.2))
        return palette(*deep, pale, toned(second, 0.85, 0.1))
    return palette(toned(first, 0.972, 0.006), toned(first, 0.945, 0.01), toned(first, 0.99, 0.003), accent, other)


def _decor(canvas: skia.Canvas, ground: Ground, t: float) -> None:
    width, height = ground.size
    short, colours = min(width, height), ground.palette
    come = out_cubic(ramp(t, 0, 1.4))
    side = 1 if ground.seed % 2 else -1
    x = width * (0.5 + 0.44 * side) + 16 * side * t
    canvas.drawCircle(x, height * (1.16 - 0.2 * come) - 10 * t, short * 0.58, fill(colours.veil(colours.accent, 0.16)))
    ring = stroke(colours.veil(colours.accent, 0.5), short * 0.006)
    canvas.drawCircle(x - side * short * 0.16, height * (1.1 - 0.2 * come) - 18 * t, short * 0.58, ring)
    reach = in_out(ramp(t, 0.2, 0.9))
    top = height * 0.045 if height <= width else height * 0.085
    rule = stroke(colours.veil(colours.ink, 0.7), 3)
    canvas.drawLine(width * 0.07, top, width * (0.07 + 0.86 * reach), top, rule)
    canvas.drawCircle(width * (0.07 + 0.86 * reach), top, 9, fill(colours.veil(colours.accent, 1.0)))


def _emblem(canvas: skia.Canvas, colours: Palette, spot: Spot, icon: Icon, t: float) -> None:
    x, y, radius = spot
    grown = out_back(ramp(t, 0, 0.8))
    slide = out_expo(ramp(t, 0.2, 1.2))
    canvas.drawCircle(
        x + radius * 0.32 * slide, y + radius * 0.2 * slide, radius * 0.86 * grown, fill(colours.second.argb(0.9))
    )
    canvas.drawCircle(x, y + 6 * in_out(abs((t * 0.4) % 2 - 1)), radius * grown, fill(colours.accent.argb()))
    icon.draw(canvas, x, y, radius * 0.5, (colours.on_accent.argb(), 1.3), out_cubic(ramp(t, 0.3, 1.0)))


def _button(canvas: skia.Canvas, colours: Palette, rect: skia.Rect, t: float) -> None:
    del t
    round_by = rect.height() / 2
    canvas.drawRoundRect(rect, round_by, round_by, fill(colours.accent.argb()))


def _disc(canvas: skia.Canvas, colours: Palette, spot: Spot, t: float) -> None:
    x, y, radius = spot
    grown = out_cubic(ramp(t, 0, 1.2))
    canvas.drawCircle(x, y, radius * 1.04 * grown, fill(colours.ground.mix(colours.accent, 0.2).argb()))
    ring = radius * (1.04 + 0.05 * in_out(ramp(t, 0.5, 2.0)))
    canvas.drawCircle(x, y, ring, stroke(colours.accent.argb(0.35 * grown), 2.5))


def _shade(canvas: skia.Canvas, colours: Palette, rect: skia.Rect, t: float) -> None:
    del t
    for reach in (26, 17, 9):
        round_by = 30 + reach
        canvas.drawRoundRect(
            rect.makeOutset(reach, reach).makeOffset(0, reach * 0.8), round_by, round_by, fill(colours.ink.argb(0.035))
        )


LOOK = Look(
    display=Face("InterTight-Bold", tracking=-0.025, leading=1.06),
    text=Face("InterTight-Medium", tracking=-0.005, leading=1.28),
    colours=_colours,
    shader=_SHADER,
    decor=_decor,
    emblem=_emblem,
    button=_button,
    podium=Podium(light=_disc, mount=_shade, shadow=0.45),
    motion=Motion(ease=out_expo, enter=0.8, stagger=0.06),
    transition=push,
    grade=Grade(lights=Rgb(-0.006, 0.0, 0.006), contrast=0.03, saturation=0.9),
    emphasis=Emphasis.COLOUR,
    centred=False,
    corner=0.28,
    line=1.2,
    burst=0,
)
