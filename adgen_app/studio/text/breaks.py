"""Where the lines of a text break."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from adgen_app.studio.text.words import Word

_SHORT_LAST, _SHORT_WORD = 0.34, 0.5
"""A last line, a word alone in a line, looks forgotten when it is shorter than this share of the widest line."""
_FORGOTTEN, _TORN, _EACH = 0.88, 0.84, 0.985
"""What of its size a setting is worth with a line that looks forgotten, with a figure torn off, for each line."""
_FIGURE = re.compile(r"\d[%\uff05\u066a]?$")


def balanced(pieces: list[Word], count: int, width: Callable[[Word], float], gap: float) -> list[list[Word]]:
    """Break into `count` lines of as equal width as possible (least sum of sixth powers)."""
    ends = [0.0]
    for word in pieces:
        ends.append(ends[-1] + width(word) + (gap if word.spaced else 0.0))

    def cost(start: int, to: int) -> float:
        return (ends[to] - ends[start] - (gap if pieces[start].spaced else 0.0)) ** 6

    best: list[tuple[float, list[int]]] = [(0.0, [0])] + [(float("inf"), list[int]())] * len(pieces)
    for _ in range(count):
        best = [
            min(
                ((before + cost(start, to), [*cuts, to]) for start, (before, cuts) in enumerate(best[:to])),
                default=(float("inf"), list[int]()),
                key=lambda choice: choice[0],
            )
            for to in range(len(pieces) + 1)
        ]
    cuts = best[-1][1]
    return [pieces[start:end] for start, end in pairwise(cuts)]


def looks(lines: Sequence[Sequence[Word]], widths: Sequence[float]) -> float:
    """What breaks are worth by their looks, 1 at most."""
    torn = any(_FIGURE.search(line[-1].text) and following[0].spaced for line, following in pairwise(lines))
    return (_FORGOTTEN if forgotten(lines, widths) else 1.0) * (_TORN if torn else 1.0) * _EACH ** len(lines)


def forgotten(lines: Sequence[Sequence[Word]], widths: Sequence[float]) -> bool:
    """Whether the last line is very short, or any line is one short word."""
    widest = max(widths)
    lonely = any(len(line) == 1 and wide < _SHORT_WORD * widest for line, wide in zip(lines, widths, strict=True))
    return len(lines) > 1 and (lonely or widths[-1] < _SHORT_LAST * widest)
