"""What the music must fit: mood, length, cuts."""

from dataclasses import dataclass

from adgen_app.domain.brand import MusicMood
from adgen_app.domain.formats import FPS
from adgen_app.domain.storyboard import Storyboard
from adgen_app.studio.audio.moods import MOODS

_LEAD = 0.12
"""Seconds by which a cut may miss its beat and still feel on it."""


@dataclass(frozen=True, slots=True)
class Score:
    """Mood and times; `cuts` are the seconds at which scenes change."""

    mood: MusicMood
    seconds: float
    cuts: tuple[float, ...]
    tempo: float

    def strength(self, t: float) -> float:
        """How full the band plays, 0..1: it builds up scene by scene and is complete at the call to action."""
        passed = sum(cut <= t + _LEAD for cut in self.cuts)
        return 0.42 + 0.58 * passed / len(self.cuts)


def score(storyboard: Storyboard) -> Score:
    """The score of a storyboard, at the tempo that brings its cuts closest to beats."""
    cuts = tuple(cut / FPS for cut in storyboard.cuts[1:-1])
    slow, fast = MOODS[storyboard.music].tempo
    tempo = min((slow + step / 4 for step in range((fast - slow) * 4 + 1)), key=lambda one: _off_beat(cuts, one))
    return Score(storyboard.music, float(storyboard.duration), cuts, tempo)


def _off_beat(cuts: tuple[float, ...], tempo: float) -> float:
    beats = [cut * tempo / 60 for cut in cuts]
    return sum((beat - round(beat)) ** 2 for beat in beats)
