"""Pictures of a scene: the emblem, the ghost behind the words."""

import math

import skia

from adgen_app.domain.formats import AspectRatio
from adgen_app.studio.look.icons import Icon
from adgen_app.studio.look.motion import in_cubic, in_out, out_cubic, ramp
from adgen_app.studio.look.palette import Tone
from adgen_app.studio.look.style import Emphasis, Spot
from adgen_app.studio.scenes.stage import Beat, Drawing, Stage


def emblem(stage: Stage, icon: Icon, spot: Spot, tone: Tone, beat: Beat, *, shaken: bool = False) -> Drawing:
    """The style's emblem with an icon, gone a moment before its beat ends."""
    colours, paint = stage.palette(tone), stage.look.emblem

    def draw(canvas: skia.Canvas, t: float) -> None:
        jolt = math.sin(t * 31) * 7 * max(0.0, 1 - abs((t - beat.start) % 1.6 - 0.8) * 5) if shaken else 0.0
        canvas.translate(jolt, 0)
        paint(canvas, colours, spot, icon, t - beat.start - 0.15)

    return leaving(draw, spot, beat)


def leaving(drawing: Drawing, spot: Spot, beat: Beat) -> Drawing:
    """The drawing during its beat, drawn together in the spot as that ends."""

    def draw(canvas: skia.Canvas, t: float) -> None:
        left = in_cubic(ramp(t, beat.end - 0.3, 0.3))
        if not beat.start <= t < beat.end or left >= 1:
            return
        canvas.save()
        canvas.translate(spot.x, spot.y)
        canvas.scale(1 - left, 1 - left)
        canvas.translate(-spot.x, -spot.y)
        drawing(canvas, t)
        canvas.restore()

    return draw


def ghost(stage: Stage, icon: Icon, tone: Tone, beat: Beat) -> Drawing:
    """A large icon that drifts: faint behind the words or, in 9:16, strong in the space below them."""
    width, height = stage.aspect_ratio.size
    below = stage.aspect_ratio is AspectRatio.VERTICAL
    reach = stage.short * (0.27 if below else 0.44)
    colours = stage.palette(tone)
    side = 1 if beat.number % 2 == 0 else -1
    x = width / 2 + side * width * 0.14 if height > width else width * 0.82
    plate = stage.look.emphasis is Emphasis.PLATE
    line, strength = (colours.ink, 0.85) if plate else (colours.accent_ink, 0.6)
    y = height - reach * (1.13 if below else 0.78)

    def draw(canvas: skia.Canvas, t: float) -> None:
        if not beat.start <= t < beat.end:
            return
        since = t - beat.start
        fade = in_out(ramp(t, beat.end - 0.4, 0.4))
        canvas.save()
        canvas.translate(x - side * since * 9, y - since * 5)
        canvas.rotate(-8 * side + 1.6 * since)
        strong = colours.ground.mix(line, strength).argb(1 - fade)
        argb = strong if below else colours.veil(colours.accent, 0.42 * (1 - fade))
        icon.draw(canvas, 0, 0, reach, (argb, stage.look.line * 0.7), out_cubic(ramp(since, 0.1, 1.8)))
        canvas.restore()

    return draw
