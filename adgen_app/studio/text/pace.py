"""When the words of a text come in."""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from adgen_app.domain.storyboard import Animation
from adgen_app.studio.look.motion import Motion
from adgen_app.studio.text.fit import Placed
from adgen_app.studio.text.words import letters

_WHOLE = 1.1
"""Seconds in which the last word of a long text begins to come in."""
_SPOKEN = 0.2
"""Seconds from word to word, said quickly."""
_KEY = 0.055
"""Seconds from letter to letter, typed quickly."""
_LONGEST = 1.7
"""Seconds in which a long text has been said or typed."""
_POP = 0.3


class Coming(NamedTuple):
    """A word comes in: begins so many seconds after its text, takes so long."""

    start: float
    seconds: float


def pace(animation: Animation, motion: Motion, words: Sequence[Placed]) -> list[Coming]:
    """For each word in reading order."""
    if animation is Animation.TYPED:
        return _typed(words)
    said = animation is Animation.WORDS
    longest, step = (_LONGEST, _SPOKEN) if said else (_WHOLE, motion.stagger)
    step = min(step, longest / max(1, len(words)))
    return [Coming(number * step, min(motion.enter, _POP) if said else motion.enter) for number in range(len(words))]


def _typed(words: Sequence[Placed]) -> list[Coming]:
    counts = [len(letters(word.text)) for word in words]
    key = min(_KEY, _LONGEST / sum(counts, len(counts)))
    starts = accumulate(counts, lambda begun, count: begun + count + 1, initial=0)
    return [Coming(start * key, count * key) for start, count in zip(starts, counts, strict=False)]
