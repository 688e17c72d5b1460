"""When each word of a text is said in a recording: an estimate, for voices that come without the times of their words.

Nothing here knows what words sound like. It hears when somebody speaks and when they pause, shares the words out over
the speech by their letters, and has sentences end in pauses where that fits. Words are off by a tenth of a second
or two.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from unicodedata import category, east_asian_width

import numpy as np
from numpy.typing import NDArray

from adgen_app.domain.storyboard import Storyboard
from adgen_app.domain.voice import Line, Spoken
from adgen_app.studio.audio import aac
from adgen_app.studio.audio.envelope import STEP, Levels, Mask, envelope, mono, voiced
from adgen_app.studio.audio.wave import RATE
from adgen_app.studio.media import located
from adgen_app.studio.text.words import words

_PAUSE, _CLICK = 0.2, 0.06
"""Seconds of silence from which on it is a pause; of sound, below which it is no speech."""
_FIGURE = 3.0
"""Letters that a digit is said with, about."""
_SIGN = 4.0
"""Letters that a sign is said with which has a name: percent, and."""
_WIDE = 2.5
"""Latin letters' time that a Chinese character takes."""
_SENTENCE, _CLAUSE = ".!?…。！？؟।", ",;:、，；：،–—"  # noqa: RUF001 - the signs of other scripts are meant
_QUOTES = "\"')]»”’」』"  # noqa: RUF001 - as above
_PAUSED, _PAUSED_CLAUSE = 0.2, 0.04
"""What it costs that somebody pauses within a part of a sentence, after one; seconds, as `_misfit` counts them."""
_UNHEARD, _UNHEARD_CLAUSE = 0.1, 0.02
"""What it costs that nobody pauses after a sentence, after a part of one."""


class Stretch(NamedTuple):
    """Speech without a pause; seconds."""

    start: float
    end: float


def timed(storyboard: Storyboard, media: Path | None) -> Storyboard:
    """The storyboard with an estimate for each line whose text is known and whose words' times are not."""
    if all(line.words or not line.text for line in storyboard.voice):
        return storyboard
    lines = tuple(
        line if line.words or not line.text else aligned(line, located(media, line.voice)) for line in storyboard.voice
    )
    return storyboard.model_copy(update={"voice": lines})


def aligned(line: Line, recording: Path) -> Line:
    """The line with the times at which its words are probably said, if it has any, and its length."""
    sound = aac.read(recording)
    words = align(line.text, stretches(envelope(mono(sound))))
    return line.model_copy(update={"words": words, "seconds": round(len(sound) / RATE, 3)})


def stretches(levels: Levels) -> list[Stretch]:
    """When somebody speaks, by the loudness of each step."""
    speaks = voiced(levels)
    for first, last in _runs(~speaks):
        if last - first < _PAUSE / STEP and first and last < len(speaks):
            speaks[first:last] = True
    return [
        Stretch(float(first * STEP), float(last * STEP))
        for first, last in _runs(speaks)
        if last - first >= _CLICK / STEP
    ]


def align(text: str, heard: Sequence[Stretch]) -> tuple[Spoken, ...]:
    """The words of a text, each with its share of the speech."""
    said = [word.text for word in words(text)]
    if not said or not heard:
        return ()
    weights = np.array([_weight(word) for word in said])
    found: list[Spoken] = []
    for stretch, (first, last) in zip(heard, _shares(said, weights, heard), strict=True):
        edges = np.concatenate([[0.0], np.cumsum(weights[first:last])])
        times = stretch.start + (stretch.end - stretch.start) * edges / max(edges[-1], 1e-9)
        found += [
            Spoken(text=word, start=round(float(start), 3), end=round(float(end), 3))
            for word, start, end in zip(said[first:last], times[:-1], times[1:], strict=True)
        ]
    return tuple(found)


def _shares(said: Sequence[str], weights: Levels, heard: Sequence[Stretch]) -> list[tuple[int, int]]:
    """For each stretch its first word and the one after its last, such that all together fit best."""
    count = len(said)
    before = np.concatenate([[0.0], np.cumsum(weights)])
    lengths = [stretch.end - stretch.start for stretch in heard]
    expected = (before[None, :] - before[:, None]) * (sum(lengths) / before[-1])
    unheard = np.concatenate([[0.0], np.cumsum([_unheard(word) for word in said])])
    breaks = np.array([0.0, *(_paused(word) for word in said)])
    best, came = np.where(np.arange(count + 1) == 0, 0.0, np.inf), list[NDArray[np.intp]]()
    for length in lengths:
        within = np.maximum(0.0, unheard[np.maximum(0, np.arange(count + 1) - 1)][None, :] - unheard[:, None])
        cost = best[:, None] + _misfit(expected, length) + within + breaks[None, :]
        cost[np.tril_indices(count + 1, -1)] = np.inf
        came.append(cost.argmin(axis=0))
        best = cost.min(axis=0)
    ends = [count]
    for steps in reversed(came):
        ends.append(int(steps[ends[-1]]))
    return [(ends[at], ends[at - 1]) for at in range(len(heard), 0, -1)]


def _misfit(expected: NDArray[np.float64], length: float) -> NDArray[np.float64]:
    """How badly words that should take so long fill a stretch: long ones may be off by more."""
    return (expected - length) ** 2 / (np.abs(expected) + length)


def _paused(word: str) -> float:
    last = word.rstrip(_QUOTES)[-1:]
    if last in _SENTENCE:
        return 0.0
    return _PAUSED_CLAUSE if last in _CLAUSE else _PAUSED


def _unheard(word: str) -> float:
    last = word.rstrip(_QUOTES)[-1:]
    if last in _SENTENCE:
        return _UNHEARD
    return _UNHEARD_CLAUSE if last in _CLAUSE else 0.0


def _weight(word: str) -> float:
    """About how long a word takes to say, in letters; one for the word itself."""
    return 1.0 + sum(map(_letter, word))


def _letter(character: str) -> float:
    if character.isdigit():
        return _FIGURE
    if category(character)[0] in "LM":
        return _WIDE if east_asian_width(character) == "W" else 1.0
    return _SIGN if character in "%&+@$€£¥°" else 0.0


def _runs(mask: Mask) -> NDArray[np.intp]:
    """First and last step, the latter excluded, of each run of true ones."""
    return np.flatnonzero(np.diff(np.pad(mask.astype(np.int8), 1))).reshape(-1, 2)
