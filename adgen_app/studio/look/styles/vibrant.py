"""Vibrant: posters in motion, slabs of colour, condensed capitals that slam in."""

import math

import skia

from adgen_app.studio.look.colour import WHITE, Lch
from adgen_app.studio.look.grade import Grade
from adgen_app.studio.look.icons import Icon
from adgen_app.studio.look.motion import Motion, out_back, out_cubic, out_expo, ramp
from adgen_app.studio.look.palette import Palette, Tone, brand, palette, sunny, toned, vivid
from adgen_app.studio.look.pen import closed, fill, star, stroke
from adgen_app.studio.look.style import Emphasis, Ground, Look, Podium, Spot
from adgen_app.studio.look.transition import whip
from adgen_app.studio.typefaces import Face

_VIOLET = 5.3
"""Hue towards which a colour turns without getting muddy."""
_SHADER = """
half3 light(float2 p) {
    float2 q = p + 0.25 * float2(sin(p.y * 2.0 + t * 0.9 + seed), cos(p.x * 2.2 - t * 0.7));
    float one = smoothstep(-0.25, 0.45, sin(q.x * 2.2 + q.y * 1.4 + t * 0.5 + seed));
    float two = smoothstep(0.1, 0.9, sin(q.y * 2.4 - q.x * 1.2 - t * 0.6 + seed * 2.0));
    return mix(mix(half3(c0), half3(c1), half(one)), half3(c2), half(two));
}
"""


def _colours(colours: tuple[str, ...], tone: Tone) -> Palette:
    first, second = brand(colours)
    turned = first._replace(hue=first.hue + math.copysign(0.5, math.sin(_VIOLET - first.hue)))
    apart = abs(second.hue - first.hue) > 0.5 or abs(second.lightness - first.lightness) > 0.15
    pop = second if second.chroma > 0.05 and apart else first._replace(hue=first.hue + 2.3)
    if sunny(first):
        return _sunny(first, second if second.lightness < 0.6 else first._replace(hue=first.hue + 2.9), tone)
    sun = vivid(pop, 0.83, 0.93)
    strong = first._replace(chroma=max(first.chroma, 0.16))
    if tone is Tone.SHADOW:
        return palette(
            toned(strong, 0.22, 0.1), toned(turned, 0.17, 0.07), toned(strong, 0.29, 0.13), sun, toned(strong, 0.7, 0.2)
        )
    if tone is Tone.BRIGHT:
        lit = sun.mix(WHITE, 0.22)
        return palette(
            sun, sun.mix(toned(pop, 0.8, 0.2), 0.25), lit, toned(strong, 0.45, 0.25), toned(strong, 0.35, 0.2)
        )
    bold = (toned(strong, 0.45, 0.25), turned._replace(lightness=0.42, chroma=0.24).rgb(), toned(strong, 0.49, 0.25))
    return palette(*bold, sun, toned(turned, 0.75, 0.2))


def _sunny(first: Lch, deep: Lch, tone: Tone) -> Palette:
    """Yellow is at its strongest under dark letters."""
    sun, dark = toned(first, 0.88, 0.2), toned(deep, 0.36, 0.19)
    if tone is Tone.SHADOW:
        return palette(toned(deep, 0.2, 0.07), toned(deep, 0.16, 0.05), toned(deep, 0.26, 0.09), sun, dark)
    if tone is Tone.BRIGHT:
        return palette(dark, toned(deep, 0.3, 0.17), toned(deep, 0.41, 0.2), sun, toned(first, 0.8, 0.2))
    return palette(sun, toned(first, 0.8, 0.2), toned(first, 0.91, 0.19), dark, toned(first, 0.72, 0.19))


def _decor(canvas: skia.Canvas, ground: Ground, t: float) -> None:
    width, height = ground.size
    short, colours = min(width, height), ground.palette
    come = out_expo(ramp(t, 0, 0.9))
    slab = fill(colours.veil(colours.glow, 0.9))
    lift = height * (1 - 0.32 * come) + 14 * t
    canvas.drawPath(closed([(0, lift), (width, lift - short * 0.36), (width, height), (0, height)]), slab)
    low = height * (1 - 0.13 * come) - 10 * t
    left, right = max(low + short * 0.1, float(ground.floor)), max(low - short * 0.28, float(ground.floor))
    canvas.drawPath(closed([(0, left), (width, right), (width, height), (0, height)]), fill(colours.accent.argb()))
    _dots(canvas, ground, t)
    canvas.save()
    canvas.translate(width * 0.9, height * 0.08)
    canvas.rotate(t * 24)
    burst = star(0, 0, 14, short * 0.13 * come, short * 0.085 * come)
    canvas.drawPath(
        burst, fill(colours.veil(colours.accent, 0.9)) if height > width else fill(colours.veil(colours.accent, 0.4))
    )
    canvas.restore()


def _dots(canvas: skia.Canvas, ground: Ground, t: float) -> None:
    width, height = ground.size
    step = min(width, height) / 26
    paint = fill(ground.palette.veil(ground.palette.accent, 0.5))
    for row in range(9):
        for column in range(12 - row):
            size = step * 0.3 * (1 - row / 10) * out_back(ramp(t, 0.02 * (row + column), 0.5))
            shift = (t * 0.35) % 1.0
            canvas.drawCircle(
                (column + 0.4 + shift * 0) * step, (row + 0.5) * step + height * 0.008 * shift, max(0.0, size), paint
            )
    del width


def _emblem(canvas: skia.Canvas, colours: Palette, spot: Spot, icon: Icon, t: float) -> None:
    x, y, radius = spot
    slam = out_back(ramp(t, 0, 0.45))
    canvas.save()
    canvas.translate(x, y)
    canvas.rotate(-9 + 3 * (1 - out_cubic(ramp(t, 0, 3))) + 40 * (1 - slam))
    canvas.scale(slam, slam)
    square = skia.Rect.MakeXYWH(-radius * 0.9, -radius * 0.9, radius * 1.8, radius * 1.8)
    canvas.drawRect(square.makeOffset(radius * 0.14, radius * 0.14), fill(colours.ink.argb()))
    canvas.drawRect(square, fill(colours.accent.argb()))
    canvas.drawRect(square.makeInset(14, 14), stroke(colours.on_accent.argb(), 6))
    icon.draw(canvas, 0, 0, radius * 0.6, (colours.on_accent.argb(), 2.0), out_cubic(ramp(t, 0.2, 0.7)))
    canvas.restore()


def _button(canvas: skia.Canvas, colours: Palette, rect: skia.Rect, t: float) -> None:
    del t
    canvas.drawRect(rect.makeOffset(12, 12), fill(colours.ink.argb()))
    canvas.drawRect(rect, fill(colours.accent.argb()))


def _slab(canvas: skia.Canvas, colours: Palette, spot: Spot, t: float) -> None:
    x, y, radius = spot
    slam = out_back(ramp(t, 0, 0.5))
    canvas.save()
    canvas.translate(x, y)
    canvas.rotate(-8 + 2 * out_cubic(ramp(t, 0, 4)) + 30 * (1 - slam))
    canvas.scale(slam, slam)
    square = skia.Rect.MakeXYWH(-radius * 0.82, -radius * 0.82, radius * 1.64, radius * 1.64)
    canvas.drawRect(square.makeOffset(radius * 0.1, radius * 0.1), fill(colours.ink.argb()))
    canvas.drawRect(square, fill(colours.accent.argb()))
    canvas.restore()


def _block(canvas: skia.Canvas, colours: Palette, rect: skia.Rect, t: float) -> None:
    pushed = 26 * out_back(ramp(t, 0.15, 0.5))
    canvas.drawRect(rect.makeOffset(pushed, pushed), fill(colours.accent.argb()))


LOOK = Look(
    display=Face("Anton-Regular", tracking=0.004, leading=1.12, capitals=True),
    text=Face("BarlowCondensed-SemiBold", tracking=0.01, leading=1.16),
    colours=_colours,
    shader=_SHADER,
    decor=_decor,
    emblem=_emblem,
    button=_button,
    podium=Podium(light=_slab, mount=_block, shadow=0.6, lean=3, plate=True),
    motion=Motion(ease=out_back, enter=0.42, stagger=0.09, tilt=-7, leave=0.22),
    transition=whip,
    grade=Grade(contrast=0.08, saturation=1.14),
    emphasis=Emphasis.PLATE,
    centred=False,
    corner=0.0,
    line=2.1,
    burst=18,
)
