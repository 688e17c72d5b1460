"""What is said, in phrases that can be read at a glance."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import inf
from typing import NamedTuple
from unicodedata import east_asian_width

from adgen_app.studio.speech import Said, written

_PAUSE = 0.6
"""Seconds of silence that part two phrases."""
_FEW = 3
"""Words below which a phrase flashes by."""
_UNSPACED = 0.5
"""What a piece counts, in words, of a script that is written without spaces."""


class Reach(NamedTuple):
    """How much a phrase may hold, and how long it stands when nothing follows."""

    words: int
    letters: int
    """A Chinese character counts as two."""
    stays: float


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that are shown at a time, from `start` to `end`, in seconds from the ad's start."""

    words: tuple[Said, ...]
    start: float
    end: float

    @property
    def text(self) -> str:
        """As it is written."""
        return written(self.words)


@lru_cache(maxsize=8)
def phrases(said: tuple[Said, ...], reach: Reach) -> tuple[Phrase, ...]:
    """Broken where sentences and their parts end, or somebody pauses; no two stand at the same time."""
    groups = [said[first:last] for first, last in pairwise(_breaks(said, reach))]
    nexts = [group[0].start for group in groups[1:]] + [inf] * bool(groups)
    return tuple(
        Phrase(group, group[0].start, min(later, group[-1].end + reach.stays))
        for group, later in zip(groups, nexts, strict=True)
    )


def width(text: str) -> int:
    """Letters, of which those of Chinese, Japanese and Korean count twice."""
    return sum(2 if east_asian_width(letter) in {"W", "F"} else 1 for letter in text)


def _breaks(said: Sequence[Said], reach: Reach) -> list[int]:
    """Where phrases begin, and where the last one ends, such that all together cost least."""
    best: list[tuple[float, list[int]]] = [(0.0, [0])]
    for last in range(1, len(said) + 1):
        options: list[tuple[float, list[int]]] = []
        for first in range(last - 1, -1, -1):
            own = _cost(said, first, last, reach)
            if own == inf:
                break
            options.append((best[first][0] + own, [*best[first][1], last]))
        best.append(min(options))
    return best[-1][1]


def _cost(said: Sequence[Said], first: int, last: int, reach: Reach) -> float:
    group = said[first:last]
    count = sum(1.0 if word.spaced or not at else _UNSPACED for at, word in enumerate(group))
    if len(group) > 1 and (count > reach.words or width(written(group)) > reach.letters):
        return inf
    after = said[last] if last < len(said) else None
    within = sum(2.0 - 2.0 * _binding(one, two) for one, two in pairwise(group))
    return 1.0 + 0.8 * max(0.0, _FEW - count) + 1.5 * _binding(group[-1], after) + within


def _binding(word: Said, after: Said | None) -> float:
    """How closely a word belongs to the one after it, 0 to 1."""
    if after is None or word.ends_sentence or after.start - word.end >= _PAUSE:
        return 0.0
    return 0.3 if word.ends_clause else 1.0
