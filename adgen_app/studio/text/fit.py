"""The largest size at which a text fits a box, in balanced lines."""

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from adgen_app.studio.text.breaks import balanced, looks, tears
from adgen_app.studio.text.measure import Extent, extent, space
from adgen_app.studio.text.words import Word, broken, rtl, visual_order, whole, words
from adgen_app.studio.typefaces import Face

_CAP_HEIGHT = 0.7
_LONG = 18
"""Letters of a word that is broken rather than that its text becomes small."""
_MODEST = 0.45
"""Share of the size aimed at below which a text is small."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A word in its block: left end of its baseline, in pixels from the block's corner."""

    text: str
    order: int
    line: int
    x: float
    y: float
    extent: Extent


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text set in lines; words in reading order."""

    size: float
    width: float
    height: float
    leading: float
    words: tuple[Placed, ...]
    worth: float
    """How large and how well broken it is: of two settings of a text the better one has more."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a text may take up, in pixels."""

    width: float
    height: float
    biggest: float
    lines: int = 6
    smallest: float = 34.0


@lru_cache(maxsize=1024)
def fit(text: str, face: Face, limits: Limits, language: str, align: float = 0.0) -> Fitted:
    """Set a text as large as its limits allow; `align` is 0 for left, 0.5 for centred, 1 for right."""
    cased = text.upper() if face.capitals and language not in {"tr", "az", "el"} else text
    pieces = words(cased)
    setting = _best(pieces, face, limits, language)
    length = _LONG
    if setting.size < _MODEST * limits.biggest and any(len(word.text) > _LONG for word in pieces):
        pieces = [part for word in pieces for part in broken(word, _LONG)]
        setting = max(setting, _best(pieces, face, limits, language), key=lambda one: one.size)
    while setting.size < limits.smallest and length > 3:
        pieces = [part for word in words(cased) for part in broken(word, length)]
        setting = max(setting, _best(pieces, face, limits, language), key=lambda one: one.size)
        length -= 5
    return _placed(_mended(setting, face, language), align, rightward=not rtl(cased))


def _mended(setting: "_Setting", face: Face, language: str) -> "_Setting":
    """Parts of a broken word that stand in one line are put together."""
    lines = [whole(line) for line in setting.lines]
    if lines == setting.lines:
        return setting
    extents = {word.text: extent(word.text, face, language) for line in lines for word in line}
    widths = [_width(line, visual_order(line, rightward=True), extents, setting.gap) for line in lines]
    return replace(setting, lines=lines, widths=widths, extents=extents)


@dataclass(frozen=True, slots=True)
class _Setting:
    lines: list[list[Word]]
    widths: list[float]
    extents: dict[str, Extent]
    gap: float
    ascent: float
    descent: float
    leading: float
    size: float

    @property
    def worth(self) -> float:
        return self.size * looks(self.lines, self.widths)


def _best(pieces: list[Word], face: Face, limits: Limits, language: str) -> _Setting:
    extents = {word.text: extent(word.text, face, language) for word in pieces}
    ascent = max(_CAP_HEIGHT, *(-one.top for one in extents.values()))
    descent = max(0.0, *(one.bottom for one in extents.values()))
    leading = max(face.leading, ascent + descent + 0.05)
    gap = space(face, language)
    broken_up = [
        balanced(pieces, count, lambda word: extents[word.text].advance, gap, whole=whole)
        for count in range(1, min(limits.lines, len(pieces)) + 1)
        for whole in ((False, True) if tears(pieces) else (False,))
    ]
    settings = [_setting(lines, extents, gap, (ascent, descent, leading), limits) for lines in broken_up]
    return max(settings, key=lambda one: one.worth)


def _setting(
    lines: list[list[Word]],
    extents: dict[str, Extent],
    gap: float,
    heights: tuple[float, float, float],
    limits: Limits,
) -> _Setting:
    rightward = not rtl("".join(word.text for line in lines for word in line))
    widths = [_width(line, visual_order(line, rightward=rightward), extents, gap) for line in lines]
    ascent, descent, leading = heights
    tall = ascent + descent + leading * (len(lines) - 1)
    size = min(limits.biggest, limits.width / max(widths), limits.height / tall)
    return _Setting(lines, widths, extents, gap, ascent, descent, leading, size)


def _width(line: list[Word], shown: list[Word], extents: dict[str, Extent], gap: float) -> float:
    """Width of the ink, which may overhang the advance at both ends."""
    advance = sum(extents[word.text].advance for word in line) + gap * sum(_gaps(line, shown))
    overhang = max(max(0.0, -extents[word.text].left) for word in line)
    beyond = max(max(0.0, extents[word.text].right - extents[word.text].advance) for word in line)
    return advance + overhang + beyond


def _gaps(line: list[Word], shown: list[Word]) -> list[bool]:
    """Whether a space stands to the left of each word, as they are shown; runs of another direction stand apart."""
    ranks = {id(word): at for at, word in enumerate(line)}
    gaps = [False]
    for left, right in pairwise(shown):
        first, second = sorted((left, right), key=lambda word: ranks[id(word)])
        gaps.append(second.spaced or ranks[id(second)] - ranks[id(first)] > 1)
    return gaps


def _placed(setting: _Setting, align: float, *, rightward: bool) -> Fitted:
    size = setting.size
    widest = max(setting.widths) * size
    placed: list[Placed] = []
    order = 0
    for number, (line, width) in enumerate(zip(setting.lines, setting.widths, strict=True)):
        ranks = {id(word): order + at for at, word in enumerate(line)}
        shown = visual_order(line, rightward=rightward)
        gaps = _gaps(line, shown)
        overhang = max(max(0.0, -setting.extents[word.text].left) for word in line)
        x = (widest - width * size) * align + overhang * size
        y = (setting.ascent + number * setting.leading) * size
        for word, gap in zip(shown, gaps, strict=True):
            x += setting.gap * size * gap
            placed.append(Placed(word.text, ranks[id(word)], number, x, y, setting.extents[word.text]))
            x += setting.extents[word.text].advance * size
        order += len(line)
    height = (setting.ascent + setting.descent + setting.leading * (len(setting.lines) - 1)) * size
    ordered = tuple(sorted(placed, key=lambda one: one.order))
    return Fitted(size, widest, height, setting.leading * size, ordered, setting.worth)
