"""A sound brought to its loudness, under a ceiling for its peaks."""

import numpy as np

from adgen_app.studio.audio.level import Levels, loudness, peaks
from adgen_app.studio.audio.wave import RATE, Sound

TARGET_LUFS = -14.0
_REACH = round(0.004 * RATE)
"""Samples before and after a peak in which the limiter holds the sound down."""
_ROUNDS = 4


def mastered(sound: Sound, target: float, ceiling: float) -> Sound:
    """At `target` LUFS, with no true peak above `ceiling` dBTP."""
    found = peaks(sound)
    limit, least = np.float32(10 ** (ceiling / 20)), np.float32(1e-9)
    gain = 10 ** ((target - loudness(sound)) / 20)
    result = sound
    for _ in range(_ROUNDS):
        needed = np.minimum(np.float32(1), limit / np.maximum(found * np.float32(gain), least))
        curve = _smoothed(_lowest(needed))
        curve *= np.float32(gain)
        result = sound * curve[:, None]
        missing = target - loudness(result)
        if abs(missing) < 0.05:
            break
        gain *= 10 ** (missing / 20)
    return result


def _lowest(values: Levels) -> Levels:
    """The lowest value within reach of each; windows are doubled until they are wide enough."""
    width, span = 2 * _REACH + 1, 1
    lowest = np.pad(values, _REACH, mode="edge")
    while 2 * span <= width:
        lowest = np.minimum(lowest[:-span], lowest[span:])
        span *= 2
    return np.minimum(lowest[: len(values)], lowest[width - span :][: len(values)])


def _smoothed(values: Levels) -> Levels:
    """The mean of half the reach on either side, so that the limiter is never heard to start."""
    half = _REACH // 2
    sums = np.cumsum(np.pad(values, (half + 1, half), mode="edge"), dtype=np.float64)
    return ((sums[2 * half + 1 :] - sums[: -2 * half - 1]) / (2 * half + 1)).astype(np.float32)
