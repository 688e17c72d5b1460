"""The brand's name, small, at the top of every scene but the last."""

import skia

from adgen_app.domain.formats import AspectRatio, Box
from adgen_app.domain.storyboard import Animation, SceneKind
from adgen_app.studio.look.motion import in_out, ramp
from adgen_app.studio.look.palette import Tone
from adgen_app.studio.look.pen import fill
from adgen_app.studio.scenes.layout import SIGNATURE, on_axis
from adgen_app.studio.scenes.stage import Drawing, Stage

_ASIDE = 18
"""Pixels by which a centred name makes way for its dot."""
_HALF = 0.45
"""Share of a landscape frame that the name may take: not across the seam of a split."""


def signature(stage: Stage, tone: Tone) -> list[Drawing]:
    """A dot of the accent colour with the name beside it; it stands still, so that it reads as a mark."""
    if stage.scene.kind is SceneKind.END_CARD:
        return []
    safe, tall = stage.safe, round(stage.short * SIGNATURE)
    box = Box(safe.left + 40, safe.top, safe.right, safe.top + tall)
    centred = stage.look.centred and stage.aspect_ratio is not AspectRatio.WIDE
    if stage.aspect_ratio is AspectRatio.WIDE:
        box = box._replace(right=round(stage.aspect_ratio.size.width * _HALF))
    align = 0.5 if centred else 0.0
    box = on_axis(box, stage.aspect_ratio) if centred else box
    box = box._replace(left=box.left + _ASIDE, right=box.right - _ASIDE) if centred else box
    block = stage.block(
        stage.name, box, tone=tone, biggest=tall, headline=False, lines=1, align=align, animation=Animation.FADE
    )
    if centred:
        block.left += _ASIDE
    dot = (block.left - 26, box.top + tall / 2, tall * 0.2)
    colour = stage.palette(tone).accent

    def draw(canvas: skia.Canvas, t: float) -> None:
        canvas.drawCircle(*dot, fill(colour.argb(in_out(ramp(t, 0.1, 0.4)))))
        block.draw(canvas, t, 0.1, stage.seconds + 2)

    return [draw]
