"""What is said in an ad, word by word, as it is written."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from adgen_app.domain.storyboard import Storyboard
from adgen_app.domain.voice import Line

_SENTENCE = re.compile(r"[.!?…。！？؟।][\"')\]»”’」』]*$")  # noqa: RUF001 - the signs of other scripts are meant
_CLAUSE = re.compile(r"[,;:、，；：،–—][\"')\]»”’」』]*$")  # noqa: RUF001 - as above


class Said(NamedTuple):
    """A word with its punctuation; seconds from the ad's start."""

    text: str
    spaced: bool
    """Whether a space stands before it."""
    start: float
    end: float

    @property
    def ends_sentence(self) -> bool:
        """Whether a sentence is over with it."""
        return bool(_SENTENCE.search(self.text))

    @property
    def ends_clause(self) -> bool:
        """Whether a part of a sentence is."""
        return bool(_CLAUSE.search(self.text))


def speech(storyboard: Storyboard) -> tuple[Said, ...]:
    """Every word that is heard before the ad ends, as far as it is known when."""
    return _heard(storyboard.voice, float(storyboard.duration))


def written(words: Sequence[Said]) -> str:
    """The words as a text."""
    return "".join(" " * (word.spaced and at > 0) + word.text for at, word in enumerate(words))


@lru_cache(maxsize=4)
def _heard(voice: tuple[Line, ...], seconds: float) -> tuple[Said, ...]:
    """Asked for with every frame."""
    said = sorted((word for line in voice for word in _words(line)), key=lambda word: word.start)
    return tuple(word._replace(end=min(word.end, seconds)) for word in said if word.start < seconds)


def _words(line: Line) -> Iterator[Said]:
    for word, (text, spaced) in zip(line.words, _spelled(line), strict=True):
        yield Said(text, spaced, line.start + word.start, line.start + word.end)


def _spelled(line: Line) -> list[tuple[str, bool]]:
    """Each word with the signs around it in the line's text, which those who time words may leave out."""
    places: list[int] = []
    end = 0
    for word in line.words:
        places.append(line.text.find(word.text, end))
        if places[-1] < 0:
            return [(word.text, True) for word in line.words]
        end = places[-1] + len(word.text)
    found: list[tuple[str, bool]] = []
    opening, spaced = line.text[: places[0]].strip() if places else "", True
    for first, last in pairwise([*places, len(line.text)]):
        own, space, after = _parted(line.text[first:last])
        found.append((opening + own, spaced))
        opening, spaced = after, bool(space)
    return found


def _parted(text: str) -> tuple[str, str, str]:
    """A word with what follows it closely, the space, what opens the next word; a dash that stands alone stays."""
    own, space, after = text.partition(" ")
    if after.strip() and not after.endswith(" "):
        return own, space, after
    return text.strip(), " " * text.endswith(" "), ""
