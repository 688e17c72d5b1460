"""Loudness and true peak by ITU-R BS.1770."""

import numpy as np
import pyloudnorm
from numpy.typing import NDArray
from scipy.ndimage import (
    minimum_filter1d,  # pyright: ignore[reportUnknownVariableType] - SciPy's types are loose
    uniform_filter1d,  # pyright: ignore[reportUnknownVariableType] - SciPy's types are loose
)
from scipy.signal import resample_poly  # pyright: ignore[reportUnknownVariableType] - SciPy's types are loose

from adgen_app.studio.audio.wave import RATE, Sound

TARGET_LUFS = -14.0
_OVERSAMPLING = 4
_LOOKAHEAD = round(0.004 * RATE) | 1
_ROUNDS = 4


def loudness(sound: Sound) -> float:
    """Integrated loudness in LUFS."""
    return float(pyloudnorm.Meter(RATE).integrated_loudness(sound.astype(np.float64)))


def true_peak(sound: Sound) -> float:
    """Highest peak between the samples as well, in dBTP."""
    return 20 * float(np.log10(max(1e-9, _peaks(sound).max())))


def mastered(sound: Sound, target: float, ceiling: float) -> Sound:
    """At `target` LUFS, with no true peak above `ceiling` dBTP."""
    peaks = _peaks(sound)
    limit = 10 ** (ceiling / 20)
    gain = 10 ** ((target - loudness(sound)) / 20)
    result = sound
    for _ in range(_ROUNDS):
        needed = np.minimum(1.0, limit / np.maximum(peaks * gain, 1e-9))
        held: NDArray[np.float64] = np.asarray(
            uniform_filter1d(minimum_filter1d(needed, 2 * _LOOKAHEAD), _LOOKAHEAD)  # pyright: ignore[reportUnknownArgumentType] - as above
        )
        result = (sound * (gain * held)[:, None]).astype(np.float32)
        missing = target - loudness(result)
        if abs(missing) < 0.05:
            break
        gain *= 10 ** (missing / 20)
    return result


def _peaks(sound: Sound) -> NDArray[np.float64]:
    """Per sample, the highest level around it in either channel, oversampled."""
    fine = np.abs(resample_poly(sound, _OVERSAMPLING, 1, axis=0)).max(axis=1)
    return fine.reshape(-1, _OVERSAMPLING).max(axis=1).astype(np.float64)
