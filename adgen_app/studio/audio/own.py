"""Music that the user gave, cut to the ad."""

from pathlib import Path

import numpy as np

from adgen_app.studio.audio import aac
from adgen_app.studio.audio.effects import effects
from adgen_app.studio.audio.level import loudness
from adgen_app.studio.audio.score import Score
from adgen_app.studio.audio.wave import RATE, Sound, faded

_LUFS = -20.0
"""As loud as a composed bed is before it is mastered, so that the effects stand as far above it."""
_EFFECTS = 0.5
"""FR-012: transition sounds are heard at half of their level."""
_AUDIBLE = 0.003
"""Of full scale, -50 dB: what is below it at the start of a track is skipped."""
_SILENCE = 20.0
"""Seconds of it that are skipped at most."""
_SEAM = round(0.4 * RATE)
"""Samples in which the end of a track that is too short gives way to its beginning."""


def own(source: Path, score: Score) -> Sound:
    """The track from its first sound on, as long as the ad, sample-exact; looped where it is too short."""
    length = round(score.seconds * RATE)
    heard = _from_first_sound(aac.read(source, score.seconds + _SILENCE))
    track = _looped(heard, length)
    level = loudness(track)
    track *= np.float32(10 ** ((_LUFS - level) / 20) if np.isfinite(level) else 1.0)
    effects(track, score, _EFFECTS)
    return faded(track)


def _from_first_sound(sound: Sound) -> Sound:
    audible = np.flatnonzero(np.abs(sound).max(axis=1) >= _AUDIBLE)
    return sound[audible[0] :] if audible.size else sound


def _looped(sound: Sound, length: int) -> Sound:
    """Repeated with seams of equal power until it is long enough."""
    seam = min(_SEAM, len(sound) // 3)
    angle = np.linspace(0, np.pi / 2, seam, dtype=np.float32)[:, None]
    rising, falling = np.sin(angle), np.cos(angle)
    track = sound.copy()
    while len(track) < length:
        joint = track[-seam:] * falling + sound[:seam] * rising
        track = np.concatenate([track[:-seam], joint, sound[seam:]])
    return track[:length]
