"""Texts one under the other, coming in one after another."""

from collections.abc import Sequence
from dataclasses import dataclass

import skia

from adgen_app.domain.formats import Box
from adgen_app.domain.storyboard import Overlay
from adgen_app.studio.look.palette import Tone
from adgen_app.studio.look.style import Emphasis
from adgen_app.studio.scenes.stage import ANCHORS, Beat, Drawing, Stage
from adgen_app.studio.text.kinetic import Block

_GAP = 0.055
"""Between a headline and its support, as a share of the shorter side."""
_GAPS = {Emphasis.UNDERLINE: 0.085, Emphasis.PLATE: 0.075}
_SUPPORT = 0.3
"""Share of the box that a supporting text may take."""
_MOST = 0.6
"""Share of the safe area that headline and support may take together; with the brand's name that is two thirds."""
_SUPPORTING = 0.07
"""Largest size of a supporting text, as a share of the shorter side."""
_SMALLER = 0.62
"""A supporting text's size, at most, as a share of its headline's."""


@dataclass(frozen=True, slots=True)
class Column:
    """A headline with what supports it, standing in its box."""

    blocks: tuple[Block, ...]
    beat: Beat

    @property
    def top(self) -> int:
        """Where its first line begins."""
        return self.blocks[0].top

    @property
    def drawings(self) -> list[Drawing]:
        """The headline first, its support when most of the headline stands."""
        start = self.beat.start + 0.08
        later = start + min(self.blocks[0].entering * 0.8, self.beat.seconds * 0.35)
        return [shown(block, when, self.beat.end) for block, when in zip(self.blocks, (start, later), strict=False)]


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


def column(
    stage: Stage, pair: tuple[Overlay, Overlay | None], box: Box, beat: Beat, *, tone: Tone, biggest: float
) -> Column:
    """A headline, as large as it goes, with its support under it."""
    first, second = pair
    gap = round(stage.short * _GAPS.get(stage.look.emphasis, _GAP))
    most = _MOST * stage.safe.width * stage.safe.height / box.width
    room = min(box.height, round(most))
    tall = room if second is None else round((room - gap) * (1 - _SUPPORT))
    upper = Box(box.left, box.top, box.right, box.top + tall)
    blocks = [stage.block(first.text, upper, tone=tone, biggest=biggest, animation=first.animation)]
    if second is not None:
        lower = Box(box.left, upper.bottom + gap, box.right, box.top + room)
        largest = min(stage.short * _SUPPORTING, blocks[0].fitted.size * _SMALLER)
        blocks.append(support(stage, second, lower, tone, largest))
    stand(blocks, box, ANCHORS[first.place], gap)
    return Column(tuple(blocks), beat)


def support(stage: Stage, overlay: Overlay, box: Box, tone: Tone, biggest: float | None = None) -> Block:
    """A text in the style's second face."""
    return stage.block(
        overlay.text,
        box,
        tone=tone,
        biggest=biggest or stage.short * _SUPPORTING,
        headline=False,
        lines=3,
        animation=overlay.animation,
    )
