"""Texts one under the other, coming in one after another."""

from collections.abc import Sequence

import skia

from adgen_app.domain.formats import Box
from adgen_app.domain.storyboard import Overlay
from adgen_app.studio.look.palette import Tone
from adgen_app.studio.scenes.stage import ANCHORS, Beat, Drawing, Stage
from adgen_app.studio.text.kinetic import Block

_SUPPORT = 0.3
"""Share of the box that a supporting text may take."""


def stand(blocks: Sequence[Block], box: Box, anchor: float, gap: int) -> None:
    """Stack the blocks in the box; 0 anchors them at its top, 1 at its bottom."""
    total = sum(block.fitted.height for block in blocks) + gap * (len(blocks) - 1)
    top = box.top + (box.height - total) * anchor
    for block in blocks:
        block.top = round(top)
        top += block.fitted.height + gap


def shown(block: Block, start: float, end: float) -> Drawing:
    """The block from its coming to its going."""

    def draw(canvas: skia.Canvas, t: float) -> None:
        block.draw(canvas, t, start, end)

    return draw


def headline(  # noqa: PLR0913 - the pair, where, when, how
    stage: Stage, pair: tuple[Overlay, Overlay | None], box: Box, beat: Beat, *, tone: Tone, biggest: float
) -> list[Drawing]:
    """A headline with what supports it."""
    first, second = pair
    gap = round(stage.short * 0.034)
    tall = box.height if second is None else round((box.height - gap) * (1 - _SUPPORT))
    blocks = [
        stage.block(
            first.text, Box(box.left, box.top, box.right, box.top + tall), tone=tone, biggest=biggest, animation=first.animation
        )
    ]
    if second is not None:
        blocks.append(support(stage, second, Box(box.left, box.top + tall + gap, box.right, box.bottom), tone))
    stand(blocks, box, ANCHORS[first.place], gap)
    starts = [beat.start + 0.08]
    starts.append(starts[0] + min(blocks[0].entering * 0.8, beat.seconds * 0.35))
    return [shown(block, start, beat.end) for block, start in zip(blocks, starts, strict=False)]


def support(stage: Stage, overlay: Overlay, box: Box, tone: Tone) -> Block:
    """A text in the style's second face."""
    return stage.block(
        overlay.text, box, tone=tone, biggest=stage.short * 0.058, headline=False, lines=3, animation=overlay.animation
    )
