"""How loud a sound is from moment to moment, and when somebody speaks in it."""

import numpy as np
from numpy.typing import NDArray

from adgen_app.studio.audio.wave import RATE, Sound

STEP = 0.01
"""Seconds from one level to the next."""
FLOOR = -90.0
_WINDOW = 3
"""Steps over which a level is taken: long enough for the deepest voice."""
_DEEP, _STEEP = 28.0, 0.6
"""Decibels below speech, share of the way to the noise, down to which a sound counts as speech."""

Levels = NDArray[np.float64]
"""Decibels of full scale, one a step."""
Mask = NDArray[np.bool_]
"""Whether something is so, one a step."""


def mono(sound: Sound) -> Sound:
    """Both channels as one: a microphone often fills only one of them."""
    return sound.sum(axis=1, keepdims=True) * np.float32(0.5)


def envelope(sound: Sound) -> Levels:
    """The level of all channels together around each step."""
    samples = round(STEP * RATE)
    steps = -(-len(sound) // samples)
    padded = np.zeros((steps * samples, sound.shape[1]), np.float32)
    padded[: len(sound)] = sound
    power = np.einsum("ij,ij->i", *[padded.reshape(steps, -1)] * 2, dtype=np.float64) / samples
    return decibels(averaged(power, _WINDOW))


def voiced(levels: Levels) -> Mask:
    """When somebody speaks, judged by how far the speech stands above what is heard in its pauses."""
    heard = levels[levels > FLOOR + 1]
    if not heard.size:
        return np.zeros(len(levels), np.bool_)
    speech, noise = np.percentile(heard, 95), np.percentile(levels, 10)
    return levels > speech - min(_DEEP, max(6.0, _STEEP * (speech - noise)))


def averaged(values: Levels, width: int) -> Levels:
    """The mean of `width` values around each; fewer at the ends."""
    before = width // 2
    sums = np.convolve(values, np.ones(width))[before : before + len(values)]
    return sums / np.convolve(np.ones(len(values)), np.ones(width))[before : before + len(values)]


def decibels(power: Levels) -> Levels:
    """Of mean squares."""
    return 10 * np.log10(np.maximum(power, 10 ** (FLOOR / 10)))
