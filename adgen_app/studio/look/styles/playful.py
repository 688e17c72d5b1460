"""Playful: sweets-shop colours, stickers, confetti, everything bounces."""

import math
import random

import skia

from adgen_app.studio.look.colour import WHITE, Lch, Rgb
from adgen_app.studio.look.grade import Grade
from adgen_app.studio.look.icons import Icon
from adgen_app.studio.look.motion import Motion, out_cubic, ramp, spring
from adgen_app.studio.look.palette import Palette, Tone, brand, palette, sunny, toned, vivid
from adgen_app.studio.look.pen import closed, fill, smooth, star, stroke
from adgen_app.studio.look.style import Emphasis, Ground, Look, Podium, Spot
from adgen_app.studio.look.transition import circle
from adgen_app.studio.typefaces import Face

_SHADER = """
half3 light(float2 p) {
    float ring = length(p - float2(0.0, 0.35));
    half3 base = mix(half3(c2), half3(c0), half(smoothstep(0.1, 0.9, ring)));
    return mix(base, half3(c1), half(smoothstep(0.7, 1.4, ring + 0.1 * sin(t + seed))));
}
"""


def _colours(colours: tuple[str, ...], tone: Tone) -> Palette:
    first, second = brand(colours)
    sweet = first._replace(chroma=max(0.12, first.chroma))
    other = second._replace(chroma=max(0.12, second.chroma))
    sun = vivid(other, 0.8, 0.92)
    accent, pop = toned(sweet, 0.6, 0.22), toned(other, 0.72, 0.19)
    if tone is Tone.SHADOW:
        night = sweet._replace(hue=-1.35)
        return palette(
            toned(night, 0.36, 0.11), toned(night, 0.32, 0.11), toned(night, 0.4, 0.11), toned(other, 0.86, 0.15), pop
        )
    if sunny(first):
        return _sunny(first, second if second.lightness < 0.7 else second._replace(lightness=0.5, chroma=0.2), tone)
    if tone is Tone.BRIGHT:
        return palette(sun, sun.mix(toned(other, 0.7, 0.2), 0.2), sun.mix(WHITE, 0.3), toned(sweet, 0.5, 0.23), accent)
    return palette(
        toned(sweet, 0.88, 0.09), toned(sweet, 0.84, 0.11), toned(sweet, 0.93, 0.055), toned(sweet, 0.54, 0.23), pop
    )


def _sunny(first: Lch, other: Lch, tone: Tone) -> Palette:
    """Yellow all over, under dark letters; what stands out is the other colour."""
    accent, amber = toned(other, 0.5, 0.22), toned(first, 0.78, 0.19)
    if tone is Tone.BRIGHT:
        return palette(toned(first, 0.88, 0.2), toned(first, 0.84, 0.2), toned(first, 0.92, 0.16), accent, amber)
    return palette(toned(first, 0.93, 0.09), toned(first, 0.91, 0.11), toned(first, 0.96, 0.06), accent, amber)


def _decor(canvas: skia.Canvas, ground: Ground, t: float) -> None:
    width, height = ground.size
    colours = ground.palette
    far = math.hypot(width, height)
    ray = fill(colours.veil(WHITE if ground.tone is not Tone.SHADOW else colours.glow, 0.5))
    centre = (width / 2, height * 0.68)
    rays = skia.Path()
    for at in range(0, 24, 2):
        turn = (at * 15 + t * 7) * math.pi / 180
        edges = [
            (centre[0] + far * math.cos(turn + k), centre[1] + far * math.sin(turn + k)) for k in (0.0, math.pi / 12)
        ]
        rays.addPath(closed([centre, *edges]))
    canvas.drawPath(rays, ray)
    _hills(canvas, ground, t)
    _confetti(canvas, ground, t)


def _hills(canvas: skia.Canvas, ground: Ground, t: float) -> None:
    width, height = ground.size
    colours = ground.palette
    for level, colour, alpha in ((0.9, colours.second, 1.0), (0.95, colours.accent, 1.0)):
        rise = spring(ramp(t, 0.1, 1.2))
        base = max(height * (1.0 - (1 - level) * rise), ground.floor + height * 0.022)
        wave = [
            (width * k / 8, base + height * 0.018 * math.sin(k * 1.7 + t * 1.4 + level * 40)) for k in range(-1, 10)
        ]
        canvas.drawPath(
            smooth([*wave, (width * 1.2, height * 1.2), (-width * 0.2, height * 1.2)]), fill(colour.argb(alpha))
        )


def _confetti(canvas: skia.Canvas, ground: Ground, t: float) -> None:
    chance = random.Random(ground.seed)
    width, height = ground.size
    inks = [
        ground.palette.veil(colour, 0.85)
        for colour in (ground.palette.accent, ground.palette.second, ground.palette.ink)
    ]
    for at in range(30):
        x, y, size = chance.random() * width, chance.random(), chance.uniform(10, 24)
        fall = ((y + t * chance.uniform(0.04, 0.1)) % 1.1 - 0.05) * height
        edge = abs(x / width - 0.5) * 2
        canvas.save()
        canvas.translate(x + 20 * math.sin(t * 2 + at), fall)
        canvas.rotate(t * chance.uniform(-120, 120) + at * 40)
        grown = spring(ramp(t, 0.02 * at, 0.6)) * (0.5 + 0.5 * edge)
        _piece(canvas, at % 3, size * grown, inks[at % len(inks)])
        canvas.restore()


def _piece(canvas: skia.Canvas, kind: int, size: float, argb: int) -> None:
    if kind == 0:
        canvas.drawCircle(0, 0, size * 0.6, fill(argb))
    elif kind == 1:
        canvas.drawRoundRect(
            skia.Rect.MakeXYWH(-size, -size * 0.35, size * 2, size * 0.7), size * 0.3, size * 0.3, fill(argb)
        )
    else:
        canvas.drawCircle(0, 0, size * 0.7, stroke(argb, max(0.5, size * 0.35)))


def _emblem(canvas: skia.Canvas, colours: Palette, spot: Spot, icon: Icon, t: float) -> None:
    x, y, radius = spot
    bounce = spring(ramp(t, 0, 0.9))
    canvas.save()
    canvas.translate(x, y - abs(math.sin(t * 2.4)) * 18)
    canvas.rotate(6 * math.sin(t * 1.8))
    canvas.scale(bounce, bounce)
    corner = radius * 0.55
    box = skia.Rect.MakeXYWH(-radius * 0.92, -radius * 0.92, radius * 1.84, radius * 1.84)
    canvas.drawRoundRect(
        box.makeOffset(0, radius * 0.1).makeOutset(16, 16), corner, corner, fill(colours.ink.argb(0.85))
    )
    canvas.drawRoundRect(box.makeOutset(16, 16), corner, corner, fill(0xFFFFFFFF))
    canvas.drawRoundRect(box, corner * 0.9, corner * 0.9, fill(colours.accent.argb()))
    icon.draw(canvas, 0, 0, radius * 0.54, (colours.on_accent.argb(), 2.1), out_cubic(ramp(t, 0.2, 0.7)))
    canvas.restore()


def _button(canvas: skia.Canvas, colours: Palette, rect: skia.Rect, t: float) -> None:
    del t
    round_by = rect.height() / 2
    canvas.drawRoundRect(rect.makeOffset(0, 14), round_by, round_by, fill(colours.ink.argb()))
    canvas.drawRoundRect(rect, round_by, round_by, fill(colours.accent.argb()))


def _sunburst(canvas: skia.Canvas, colours: Palette, spot: Spot, t: float) -> None:
    x, y, radius = spot
    bounce = max(0.0, spring(ramp(t, 0, 0.9)))
    canvas.drawPath(star(x, y, 16, radius * 1.1 * bounce, radius * 0.95 * bounce, t * 0.25), fill(0xFFFFFFFF))
    canvas.drawCircle(x, y, radius * 0.84 * bounce, fill(colours.second.argb()))


def _sticker(canvas: skia.Canvas, colours: Palette, rect: skia.Rect, t: float) -> None:
    del t
    round_by = rect.height() * 0.08
    canvas.drawRoundRect(
        rect.makeOutset(20, 20).makeOffset(0, 16), round_by + 18, round_by + 18, fill(colours.ink.argb(0.85))
    )
    canvas.drawRoundRect(rect.makeOutset(20, 20), round_by + 18, round_by + 18, fill(0xFFFFFFFF))


LOOK = Look(
    display=Face("Baloo2-ExtraBold", tracking=-0.01, leading=1.0),
    text=Face("Nunito-Bold", leading=1.24),
    colours=_colours,
    shader=_SHADER,
    decor=_decor,
    emblem=_emblem,
    button=_button,
    podium=Podium(light=_sunburst, mount=_sticker, shadow=0.5, lean=-4, sway=3.5, hop=0.035, plate=True),
    motion=Motion(ease=spring, enter=0.7, stagger=0.08, tilt=8),
    transition=circle,
    grade=Grade(lights=Rgb(0.006, 0.004, 0.0), contrast=0.03, saturation=1.1),
    emphasis=Emphasis.PLATE,
    centred=True,
    corner=0.4,
    line=2.1,
    burst=16,
)
