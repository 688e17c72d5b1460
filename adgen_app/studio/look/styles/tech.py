"""Tech: a dark room with light in it, grids in perspective, figures in monospace."""

import math

import skia

from adgen_app.studio.look.colour import Rgb
from adgen_app.studio.look.grade import Grade
from adgen_app.studio.look.icons import Icon
from adgen_app.studio.look.motion import Motion, out_cubic, out_expo, ramp
from adgen_app.studio.look.palette import Palette, Tone, brand, palette, toned
from adgen_app.studio.look.pen import arc, fill, glow, stroke
from adgen_app.studio.look.style import Emphasis, Ground, Look, Podium, Spot
from adgen_app.studio.look.transition import blocks
from adgen_app.studio.typefaces import Face

_SHADER = """
half3 light(float2 p) {
    float2 a = float2(0.55 * sin(t * 0.35 + seed), 0.55 * cos(t * 0.27 + seed));
    float2 b = float2(0.5 * cos(t * 0.3 + seed * 2.0), 0.8 + 0.2 * sin(t * 0.4));
    float one = exp(-3.2 * dot(p - a, p - a));
    float two = exp(-2.4 * dot(p - b, p - b));
    half3 base = mix(half3(c0), half3(c1), half(clamp(0.5 + p.y * 0.6, 0.0, 1.0)));
    return mix(base, half3(c2), half(clamp(one * 0.75 + two, 0.0, 1.0)));
}
"""


def _colours(colours: tuple[str, ...], tone: Tone) -> Palette:
    first, second = brand(colours)
    neon = first._replace(lightness=0.8, chroma=max(0.14, first.chroma)).rgb()
    other = second._replace(lightness=0.74, chroma=max(0.14, second.chroma)).rgb()
    if tone is Tone.SHADOW:
        alarm = second._replace(lightness=0.72, chroma=0.17, hue=0.5).rgb()
        return palette(toned(first, 0.15, 0.012), toned(first, 0.1, 0.01), toned(first, 0.24, 0.02), alarm, neon)
    if tone is Tone.BRIGHT:
        return palette(toned(first, 0.25, 0.12), toned(first, 0.18, 0.08), toned(first, 0.38, 0.17), neon, other)
    return palette(toned(first, 0.17, 0.045), toned(first, 0.12, 0.03), toned(first, 0.31, 0.12), neon, other)


def _decor(canvas: skia.Canvas, ground: Ground, t: float) -> None:
    width, height = ground.size
    colours = ground.palette
    horizon = height * 0.7
    line = stroke(colours.veil(colours.accent, 0.5), 2)
    for column in range(-14, 15):
        canvas.drawLine(width / 2 + column * width * 0.035, horizon, width / 2 + column * width * 0.24, height, line)
    for row in range(12):
        depth = ((row + t * 0.9) % 12) / 12
        y = horizon + (height - horizon) * depth**2.4
        canvas.drawLine(0, y, width, y, line)
    canvas.drawLine(0, horizon, width, horizon, stroke(colours.veil(colours.accent, 0.6), 2))
    _corners(canvas, ground, t)
    scan = (t * 0.23) % 1.2
    canvas.drawRect(skia.Rect.MakeXYWH(0, scan * height, width, 3), fill(colours.veil(colours.accent, 0.4)))


def _corners(canvas: skia.Canvas, ground: Ground, t: float) -> None:
    width, height = ground.size
    inset, arm = min(width, height) * 0.05, min(width, height) * 0.055 * out_expo(ramp(t, 0.1, 0.8))
    line = stroke(ground.palette.veil(ground.palette.accent, 0.9), 4)
    for x, along in ((inset, 1), (width - inset, -1)):
        for y, down in ((inset, 1), (height - inset, -1)):
            canvas.drawLine(x, y, x + along * arm, y, line)
            canvas.drawLine(x, y, x, y + down * arm, line)


def _emblem(canvas: skia.Canvas, colours: Palette, spot: Spot, icon: Icon, t: float) -> None:
    x, y, radius = spot
    shown = out_expo(ramp(t, 0, 1.0))
    glow(canvas, (x, y), radius * 1.35, colours.accent, 0.3 * shown)
    for reach, turn, sweep, width in ((1.0, 40, 80, 7), (1.0, 40, 30, 7), (0.86, -60, 140, 3), (1.12, 22, 50, 3)):
        oval = skia.Rect.MakeXYWH(x - radius * reach, y - radius * reach, 2 * radius * reach, 2 * radius * reach)
        colour = colours.second if sweep in {30, 50} else colours.accent
        for third in range(3):
            arc(
                canvas,
                oval,
                t * turn + third * 120 + (60 if sweep == 30 else 0),
                sweep * 0.75 * shown,
                stroke(colour.argb(0.95), width),
            )
    hexagon = [
        (x + radius * 0.72 * math.cos(k * math.pi / 3), y + radius * 0.72 * math.sin(k * math.pi / 3)) for k in range(6)
    ]
    for at, (cx, cy) in enumerate(hexagon):
        pulse = 0.4 + 0.6 * abs(math.sin(t * 2 + at))
        canvas.drawCircle(cx, cy, 5, fill(colours.second.argb(pulse * shown)))
    icon.draw(canvas, x, y, radius * 0.44, (colours.accent.argb(0.25), 2.6), out_cubic(ramp(t, 0.2, 0.9)))
    icon.draw(canvas, x, y, radius * 0.44, (colours.ink.argb(), 1.15), out_cubic(ramp(t, 0.2, 0.9)))


def _button(canvas: skia.Canvas, colours: Palette, rect: skia.Rect, t: float) -> None:
    corner = rect.height() * 0.2
    pulse = (t * 0.7) % 1.0
    halo = rect.makeOutset(26 * pulse, 26 * pulse)
    canvas.drawRoundRect(
        halo, corner + 20 * pulse, corner + 20 * pulse, stroke(colours.accent.argb(0.7 * (1 - pulse)), 3)
    )
    canvas.drawRoundRect(rect, corner, corner, fill(colours.accent.argb()))


def _scanner(canvas: skia.Canvas, colours: Palette, spot: Spot, t: float) -> None:
    x, y, radius = spot
    shown = out_expo(ramp(t, 0, 1.0))
    glow(canvas, (x, y), radius * 1.3, colours.accent, 0.42 * shown)
    for reach, turn, sweep in ((1.0, 26, 70), (1.08, -18, 40)):
        oval = skia.Rect.MakeXYWH(x - radius * reach, y - radius * reach, 2 * radius * reach, 2 * radius * reach)
        for third in range(3):
            arc(canvas, oval, t * turn + third * 120, sweep * shown, stroke(colours.accent.argb(0.8), 3))
    for ring in range(4):
        wide = radius * (0.35 + 0.2 * ring + 0.05 * ((t * 1.2) % 1.0))
        floor = skia.Rect.MakeXYWH(x - wide, y + radius * 0.94 - wide * 0.14, 2 * wide, wide * 0.28)
        arc(canvas, floor, 0, 360, stroke(colours.accent.argb((0.7 - 0.15 * ring) * shown), 2))


def _brackets(canvas: skia.Canvas, colours: Palette, rect: skia.Rect, t: float) -> None:
    out, arm = rect.makeOutset(20, 20), 70 * out_expo(ramp(t, 0.2, 0.8))
    line = stroke(colours.accent.argb(), 5)
    for x, along in ((out.left(), 1), (out.right(), -1)):
        for y, down in ((out.top(), 1), (out.bottom(), -1)):
            canvas.drawLine(x, y, x + along * arm, y, line)
            canvas.drawLine(x, y, x, y + down * arm, line)


LOOK = Look(
    display=Face("SpaceGrotesk-Bold", tracking=-0.02, leading=1.1),
    text=Face("JetBrainsMono-Medium", tracking=-0.02, leading=1.34),
    colours=_colours,
    shader=_SHADER,
    decor=_decor,
    emblem=_emblem,
    button=_button,
    podium=Podium(light=_scanner, mount=_brackets, shadow=0.8, reflection=0.22),
    motion=Motion(ease=out_expo, enter=0.5, stagger=0.05, leave=0.2),
    transition=blocks,
    grade=Grade(shadows=Rgb(-0.012, 0.004, 0.018), lights=Rgb(-0.008, 0.004, 0.008), contrast=0.08, saturation=1.04),
    emphasis=Emphasis.COLOUR,
    centred=False,
    corner=0.2,
    line=1.1,
    burst=0,
)
