"""Organic: paper, soft stones that breathe, leaves, a serif with warmth."""

import math

import skia

from adgen_app.studio.look.colour import Rgb
from adgen_app.studio.look.grade import Grade
from adgen_app.studio.look.icons import Icon
from adgen_app.studio.look.motion import Motion, in_out, out_cubic, ramp
from adgen_app.studio.look.palette import Palette, Tone, brand, palette, sunny, toned
from adgen_app.studio.look.pen import blob, fill, stroke
from adgen_app.studio.look.style import Emphasis, Ground, Look, Podium, Spot
from adgen_app.studio.look.transition import ink
from adgen_app.studio.typefaces import Face

_PAPER_HUE = 1.45

_SHADER = """
half3 light(float2 p) {
    float2 q = p + 0.2 * float2(sin(p.y * 1.7 + t * 0.3 + seed), sin(p.x * 1.9 - t * 0.26));
    float one = smoothstep(0.0, 1.0, 0.5 + 0.5 * sin(q.x * 1.6 + q.y * 1.1 + seed + t * 0.2));
    float sun = exp(-1.6 * dot(p - float2(0.45, -0.75), p - float2(0.45, -0.75)));
    return mix(mix(half3(c0), half3(c1), half(one)), half3(c2), half(clamp(sun, 0.0, 1.0)));
}
"""


def _colours(colours: tuple[str, ...], tone: Tone) -> Palette:
    first, second = brand(colours)
    paper = first._replace(hue=_PAPER_HUE, chroma=0.03)
    deep = toned(first, 0.8 if sunny(first) else min(0.55, max(0.42, first.lightness)), 0.16)
    clay = toned(second, 0.7, 0.11)
    if tone is Tone.SHADOW:
        return palette(
            toned(first, 0.3, 0.035), toned(first, 0.25, 0.03), toned(first, 0.36, 0.04), toned(first, 0.82, 0.09), clay
        )
    if tone is Tone.BRIGHT:
        green = (toned(first, 0.4, 0.13), toned(first, 0.35, 0.12), toned(first, 0.43, 0.13))
        return palette(*green, toned(first, 0.86, 0.15) if sunny(first) else toned(paper, 0.93, 0.04), clay)
    return palette(toned(paper, 0.955, 0.026), toned(first, 0.915, 0.04), toned(paper, 0.985, 0.015), deep, clay)


def _decor(canvas: skia.Canvas, ground: Ground, t: float) -> None:
    width, height = ground.size
    short, colours = min(width, height), ground.palette
    come = out_cubic(ramp(t, 0, 1.6))
    base = height + short * 0.12 * (1 - come)
    stone = fill(colours.veil(colours.accent, 0.24))
    canvas.drawPath(blob(width * 0.1 + 6 * t, base - short * 0.02, short * 0.42, t, ground.seed, 0.14), stone)
    canvas.drawPath(
        blob(width * 0.93 - 5 * t, base + short * 0.02, short * 0.5, t + 4, ground.seed + 3, 0.12),
        fill(colours.veil(colours.accent, 0.3)),
    )
    canvas.drawPath(
        blob(width * 0.98, height * 0.02, short * 0.24, t + 9, ground.seed + 5, 0.16),
        fill(colours.veil(colours.accent, 0.2)),
    )
    sway = 5 * math.sin(t * 1.1 + ground.seed)
    _branch(canvas, (width * 0.95, height * 0.99), short * 0.5, -112 + sway, (colours.veil(colours.accent, 0.85), come))
    _branch(canvas, (width * 0.03, height * 0.01), short * 0.34, 48 - sway, (colours.veil(colours.accent, 0.5), come))


def _branch(
    canvas: skia.Canvas, root: tuple[float, float], length: float, angle: float, paint_of: tuple[int, float]
) -> None:
    argb, grown = paint_of
    canvas.save()
    canvas.translate(*root)
    canvas.rotate(angle)
    canvas.drawLine(0, 0, length * grown, 0, stroke(argb, 4))
    leaves = skia.Path()
    for leaf in range(7):
        along = (leaf + 1) / 8
        size = length * 0.2 * (1.1 - along * 0.6) * in_out(ramp(grown, along * 0.7, 0.3))
        for side in (-1, 1):
            leaves.addPath(_leaf(size), skia.Matrix.Translate(length * along * grown, 0).preRotate(side * 48))
    canvas.drawPath(leaves, fill(argb))
    canvas.restore()


def _leaf(size: float) -> skia.Path:
    path = skia.Path()
    path.moveTo(0, 0)
    path.quadTo(size * 0.5, -size * 0.34, size, 0)
    path.quadTo(size * 0.5, size * 0.34, 0, 0)
    return path


def _emblem(canvas: skia.Canvas, colours: Palette, spot: Spot, icon: Icon, t: float) -> None:
    x, y, radius = spot
    grown = out_cubic(ramp(t, 0, 1.1))
    canvas.drawPath(
        blob(x + radius * 0.16, y + radius * 0.1, radius * 1.02 * grown, t, 7, 0.16), fill(colours.second.argb(0.9))
    )
    canvas.drawPath(blob(x, y, radius * 0.94 * grown, t + 2, 3, 0.12), fill(colours.accent.argb()))
    icon.draw(canvas, x, y, radius * 0.5, (colours.on_accent.argb(), 1.25), out_cubic(ramp(t, 0.35, 1.2)))


def _button(canvas: skia.Canvas, colours: Palette, rect: skia.Rect, t: float) -> None:
    del t
    round_by = rect.height() / 2
    canvas.drawRoundRect(rect, round_by, round_by, fill(colours.accent.argb()))
    canvas.drawRoundRect(rect.makeOutset(9, 9), round_by + 9, round_by + 9, stroke(colours.accent.argb(0.5), 3))


def _pebble(canvas: skia.Canvas, colours: Palette, spot: Spot, t: float) -> None:
    x, y, radius = spot
    grown = out_cubic(ramp(t, 0, 1.3))
    clay = colours.ground.mix(colours.second, 0.45)
    canvas.drawPath(blob(x + radius * 0.1, y + radius * 0.06, radius * 0.96 * grown, t, 7, 0.1), fill(clay.argb()))
    leaf = colours.ground.mix(colours.accent, 0.32)
    canvas.drawPath(blob(x, y, radius * 0.86 * grown, t + 2, 3, 0.1), fill(leaf.argb()))


def _paper(canvas: skia.Canvas, colours: Palette, rect: skia.Rect, t: float) -> None:
    grown = out_cubic(ramp(t, 0.1, 0.9))
    offset = rect.makeOffset(-24 * grown, 24 * grown)
    canvas.drawRoundRect(offset, 60, 60, fill(colours.ground.mix(colours.second, 0.6).argb()))


LOOK = Look(
    display=Face("Fraunces-SemiBold", tracking=-0.012, leading=1.12),
    text=Face("DMSans-Medium", leading=1.3),
    colours=_colours,
    shader=_SHADER,
    decor=_decor,
    emblem=_emblem,
    button=_button,
    podium=Podium(light=_pebble, mount=_paper, shadow=0.5, sway=0.6),
    motion=Motion(ease=out_cubic, enter=0.8, stagger=0.08),
    transition=ink,
    grade=Grade(shadows=Rgb(0.01, 0.006, -0.008), lights=Rgb(0.01, 0.004, -0.014), contrast=0.02, saturation=0.94),
    emphasis=Emphasis.UNDERLINE,
    centred=True,
    corner=0.35,
    line=1.3,
    burst=12,
)
