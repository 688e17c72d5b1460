"""Where the lines of a text break."""

import re
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise

from adgen_app.studio.text.words import Word

_SHORT_LAST, _SHORT_WORD = 0.34, 0.5
"""A last line, a word alone in a line, looks forgotten when it is shorter than this share of the widest line."""
_ROOMY = 1.25
"""Two lines that together are little wider than the widest one could have been one."""
_FORGOTTEN, _TORN, _EACH = 0.88, 0.84, 0.985
"""What of its size a setting is worth with a line that looks forgotten or is not needed, with a torn word, for each."""
_KEPT = 4.0
"""What tearing costs among equally wide lines: less than a line that is a third too wide."""
_HAN = re.compile(r"[\u3400-\u9fff]")
_FIGURE = re.compile(r"\d[%\uff05\u066a]?$")


def balanced(
    pieces: list[Word], count: int, width: Callable[[Word], float], gap: float, *, whole: bool = False
) -> list[list[Word]]:
    """Break into `count` lines of as equal width as possible (least sum of sixth powers); `whole` tears nothing."""
    avoided = tears(pieces) if whole else frozenset[int]()
    ends = [0.0]
    for word in pieces:
        ends.append(ends[-1] + width(word) + (gap if word.spaced else 0.0))

    def cost(start: int, to: int) -> float:
        torn = _KEPT * (ends[-1] / count) ** 6 if to in avoided else 0.0
        return torn + (ends[to] - ends[start] - (gap if pieces[start].spaced else 0.0)) ** 6

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
    ends = set(accumulate(len(line) for line in lines[:-1]))
    torn = not ends.isdisjoint(tears([word for line in lines for word in line]))
    loose = any(one + two <= _ROOMY * max(widths) for one, two in pairwise(widths))
    odd = loose or forgotten(lines, widths)
    return (_FORGOTTEN if odd else 1.0) * (_TORN if torn else 1.0) * _EACH ** len(lines)


def tears(pieces: Sequence[Word]) -> frozenset[int]:
    """Where no line should begin: after a figure; within a Chinese word, as most have two characters."""
    found: set[int] = set()
    run = 0
    for at, (word, after) in enumerate(pairwise(pieces), 1):
        run = (0 if word.spaced else run) + 1 if _HAN.fullmatch(word.text) else 0
        if (_FIGURE.search(word.text) and after.spaced) or (run % 2 and not after.spaced and _HAN.match(after.text)):
            found.add(at)
    return frozenset(found)


def forgotten(lines: Sequence[Sequence[Word]], widths: Sequence[float]) -> bool:
    """Whether the last line is very short, or any line is one short word."""
    widest = max(widths)
    lonely = any(len(line) == 1 and wide < _SHORT_WORD * widest for line, wide in zip(lines, widths, strict=True))
    return len(lines) > 1 and (lonely or widths[-1] < _SHORT_LAST * widest)
