"""A mood played to the rhythm of the cuts."""

import numpy as np

from adgen_app.studio.audio import instruments as play
from adgen_app.studio.audio.effects import effects
from adgen_app.studio.audio.moods import MOODS, Mood
from adgen_app.studio.audio.score import Score
from adgen_app.studio.audio.wave import RATE, Sound, faded, lay

_SIXTEENTHS = 16


def compose(score: Score) -> Sound:
    """The whole bed, sample-exact, at no particular loudness."""
    mood = MOODS[score.mood]
    bar = 240.0 / score.tempo
    band, drums = _empty(score), _empty(score)
    kicks: list[float] = []
    for number in range(int(score.seconds / bar) + 1):
        start = number * bar
        chord = mood.chords[number % len(mood.chords)]
        strength = score.strength(start + bar * 0.1)
        _chord(band, mood, chord, (start, bar), strength)
        _melody(band, mood, chord, (start, bar), strength)
        kicks += _beat(drums, mood, (start, bar), strength)
    drums += play.ducked(band, kicks, mood.pump)
    del band  # a minute of it is 23 MB
    mixed = play.hall(drums, mood.room, 0.16 + 0.05 * mood.room)
    effects(mixed, score)
    return faded(mixed)


def _empty(score: Score) -> Sound:
    return np.zeros((round(score.seconds * RATE), 2), np.float32)


def _chord(track: Sound, mood: Mood, chord: tuple[int, ...], when: tuple[float, float], strength: float) -> None:
    start, bar = when
    upper = tuple(note + 12 if note < 52 else note for note in chord)
    lay(track, play.pad(upper, round(bar, 3), mood.brightness), start, 0.2 + 0.12 * strength)
    if strength < 0.3:
        return
    for step, letter in enumerate(mood.bass):
        if letter != ".":
            low = chord[0] - 12 if chord[0] >= 40 else chord[0]
            lay(track, play.bass(low, round(bar / 5, 3), mood.drive), start + step * bar / _SIXTEENTHS, 0.34)


def _melody(track: Sound, mood: Mood, chord: tuple[int, ...], when: tuple[float, float], strength: float) -> None:
    start, bar = when
    for step, letter in enumerate(mood.figure):
        if letter == "." or (strength < 0.45 and step % 4):
            continue
        degree = int(letter)
        note = chord[degree % len(chord)] + 12 * (degree // len(chord)) + 12
        accent = 1.0 if step % 4 == 0 else 0.75
        lay(track, play.pluck(note, mood.voice), start + step * bar / _SIXTEENTHS, (0.13 + 0.12 * strength) * accent)


def _beat(track: Sound, mood: Mood, when: tuple[float, float], strength: float) -> list[float]:
    """Play a bar of drums; returns the times of the kick."""
    start, bar = when
    parts = (
        (mood.kick, mood.kick_drum, 0.62, 0.4),
        (mood.back, mood.back_drum, 0.34, 0.6),
        (mood.hats, mood.hat_drum, 0.22, 0.5),
    )
    kicks: list[float] = []
    for pattern, name, level, least in parts:
        if strength < least:
            continue
        for step, letter in enumerate(pattern):
            if letter != ".":
                at = start + step * bar / _SIXTEENTHS
                lay(track, play.drum(name), at, level * (1.0 if step % 4 == 0 else 0.82))
                if name == mood.kick_drum and pattern == mood.kick:
                    kicks.append(at)
    return kicks
