"""Loudness and true peak by ITU-R BS.1770-5, with NumPy alone: libraries that do it take a second to load."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from adgen_app.studio.audio.wave import RATE, Sound, convolved

Levels = NDArray[np.float32]
_Weights = NDArray[np.float64]

_SHELF = (1.53512485958697, -2.69169618940638, 1.19839281085285), (1.0, -1.69065929318241, 0.73248077421585)
_HIGH_PASS = (1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621)
"""Annex 1, tables 1 and 2: what the head does to sound, what the ear leaves out; for 48 kHz."""
_RING = RATE
"""Samples after which the filters have died away."""
_STEP = RATE // 10
_BLOCK = 4
"""Steps of a gating block of 400 ms."""
_OFFSET = -0.691
_SILENT = -70.0
_BELOW = 10.0
_OVERSAMPLING = 4
_HALF = 10
_PIECE = 2**16
"""Samples that the interpolation between samples looks at on either side."""


def loudness(sound: Sound) -> float:
    """Integrated loudness in LUFS, -inf for silence."""
    powers = _powers(sound)
    heard = powers[_lufs(powers) > _SILENT]
    if heard.size:
        heard = heard[_lufs(heard) > _lufs(heard.mean()) - _BELOW]
    return float(_lufs(heard.mean())) if heard.size else -np.inf


def true_peak(sound: Sound) -> float:
    """Highest peak between the samples as well, in dBTP."""
    return 20 * float(np.log10(max(1e-9, peaks(sound).max())))


def peaks(sound: Sound) -> Levels:
    """Per sample, the highest level from it to the next one, in any channel; found piece by piece."""
    around, highest = np.pad(sound, ((_HALF, _HALF), (0, 0))), np.zeros(len(sound), np.float32)
    for start in range(0, len(sound), _PIECE):
        piece = highest[start : start + _PIECE]
        for channel in around[start : start + len(piece) + 2 * _HALF].T:
            for phase in _phases():
                between = np.convolve(channel, phase, "valid")[-len(piece) :]
                np.maximum(piece, np.abs(between), out=piece)
    return highest


def _powers(sound: Sound) -> _Weights:
    """Mean square of each gating block, all channels together, as the ear weighs it."""
    steps = len(sound) // _STEP
    weighted = convolved(sound, _ear())[: steps * _STEP].reshape(steps, -1)
    energy = np.einsum("ij,ij->i", weighted, weighted, dtype=np.float64)
    return np.convolve(energy, np.ones(_BLOCK), "valid") / (_BLOCK * _STEP)


@cache
def _ear() -> _Weights:
    """What a click sounds like after both filters."""
    circle = np.exp(-2j * np.pi * np.arange(_RING // 2 + 1) / _RING)
    found = np.ones_like(circle)
    for above, below in (_SHELF, _HIGH_PASS):
        found *= np.polyval(above[::-1], circle) / np.polyval(below[::-1], circle)
    return np.fft.irfft(found, _RING)[:, None]


def _lufs(power: _Weights) -> _Weights:
    return _OFFSET + 10 * np.log10(np.maximum(power, 1e-20))


def _phases() -> list[_Weights]:
    """For each place between two samples, the weights of the samples around it: a windowed sinc, cut in four."""
    reach = _HALF * _OVERSAMPLING
    taps = np.sinc(np.arange(-reach, reach + 1) / _OVERSAMPLING) * np.kaiser(2 * reach + 1, 5.0)
    taps *= _OVERSAMPLING / taps.sum()
    return [taps[phase::_OVERSAMPLING] for phase in range(_OVERSAMPLING)]
