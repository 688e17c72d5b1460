"""A word that is typed letter by letter."""

from dataclasses import dataclass

import skia

from adgen_app.studio.look.pen import fill
from adgen_app.studio.text.fit import Placed
from adgen_app.studio.text.measure import extent
from adgen_app.studio.text.words import letters, rtl
from adgen_app.studio.typefaces import Face

CARET = 0.16
"""Room that the caret takes after a line, in em."""
_WIDE = 0.07
_BLINK = 0.5
_STAYS = 1.0
"""Seconds that the caret blinks when everything is typed."""


@dataclass(frozen=True, slots=True)
class Typed:
    """Where a word ends after each of its letters, in em from where it begins."""

    edges: tuple[float, ...]
    advance: float
    leftward: bool

    @classmethod
    def of(cls, word: Placed, face: Face, language: str) -> "Typed":
        """Measure the beginnings of a word."""
        parts = letters(word.text)
        ends = [extent("".join(parts[:count]), face, language).advance for count in range(1, len(parts))]
        advance = word.extent.advance
        return cls((*(min(end, advance) for end in ends), advance), advance, rtl(word.text))

    def edge(self, come: float) -> float:
        """Where the caret stands, in em from the word's left, when a share of the word is typed."""
        reached = self.edges[min(len(self.edges) - 1, int(come * len(self.edges)))]
        return self.advance - reached if self.leftward else reached

    def clip(self, canvas: skia.Canvas, place: tuple[float, float], size: float, come: float) -> None:
        """Let only what is typed be seen; a whole word with all that overhangs."""
        if come * len(self.edges) >= len(self.edges) - 1:
            return
        x, y = place
        at, far = x + self.edge(come) * size, x + (self.advance + 1) * size
        left, right = (at, far) if self.leftward else (x - size, at)
        canvas.clipRect(skia.Rect.MakeLTRB(left, y - 2 * size, right, y + size))

    def caret(self, canvas: skia.Canvas, place: tuple[float, float], size: float, come: float, argb: int) -> None:
        """A bar where the next letter will stand."""
        wide = _WIDE * size
        x = place[0] + self.edge(come) * size + (-wide * 1.6 if self.leftward else wide * 0.6)
        canvas.drawRect(skia.Rect.MakeXYWH(x, place[1] - 0.76 * size, wide, 0.9 * size), fill(argb))


def blinking(since: float) -> bool:
    """Whether the caret is seen, so many seconds after the last letter."""
    return since < _STAYS and since % _BLINK < _BLINK / 2
