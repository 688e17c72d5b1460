"""Which words a frame shows of what is said, and which of them is lit."""

from dataclasses import dataclass

from adgen_app.domain.formats import FPS
from adgen_app.domain.storyboard import Storyboard
from adgen_app.studio.phrases import Phrase, Reach, phrases
from adgen_app.studio.speech import speech

_REACH = Reach(words=7, letters=42, stays=0.5)


@dataclass(frozen=True, slots=True)
class Caption:
    """A phrase on the picture; frames, the last one excluded."""

    phrase: Phrase
    first: int
    last: int
    begins: tuple[int, ...]
    """Frames at which its words are lit, one after another; each until the next."""

    def lit(self, number: int) -> int:
        """Which of its words a frame lights."""
        return max(0, sum(begin <= number for begin in self.begins) - 1)


def spoken(storyboard: Storyboard, first: int, last: int) -> list[Caption]:
    """The captions that any frame from `first` to `last`, excluded, shows."""
    if not (storyboard.voice and storyboard.finish.captions):
        return []
    shown = (_timed(phrase) for phrase in phrases(speech(storyboard), _REACH))
    return [caption for caption in shown if caption.first < last and first < caption.last]


def _timed(phrase: Phrase) -> Caption:
    begins = tuple(round(word.start * FPS) for word in phrase.words)
    return Caption(phrase, begins[0], max(begins[0] + 1, round(phrase.end * FPS)), begins)
