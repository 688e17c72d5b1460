"""Sound as arrays: samples x 2 channels, 48 kHz."""

import numpy as np
from numpy.typing import NDArray

RATE = 48_000
Sound = NDArray[np.float32]
_ROUND = 4_800
"""Transforms are quick for lengths with small factors."""


def seconds(length: float) -> NDArray[np.float64]:
    """The times of the samples of a sound of this many seconds."""
    return np.arange(round(length * RATE)) / RATE


def stereo(mono: NDArray[np.floating], pan: float = 0.0) -> Sound:
    """Both channels; `pan` is -1 for left, 1 for right."""
    angle = (pan + 1) * np.pi / 4
    return np.stack([mono * np.cos(angle), mono * np.sin(angle)], axis=1).astype(np.float32)


def frequency(note: float) -> float:
    """Hertz of a MIDI note."""
    return 440.0 * 2 ** ((note - 69) / 12)


def lay(track: Sound, sound: Sound, at: float, level: float = 1.0) -> None:
    """Add a sound to a track at `at` seconds; what stands out at either end is cut off."""
    start = round(at * RATE)
    skip = max(0, -start)
    start = max(0, start)
    part = sound[skip : skip + max(0, len(track) - start)]
    track[start : start + len(part)] += part * np.float32(level)


def convolved(track: Sound, echo: NDArray[np.floating]) -> NDArray[np.float64]:
    """The track as it sounds where a click sounds like `echo` (samples x channels), no longer than it was."""
    length = -(-(len(track) + len(echo)) // _ROUND) * _ROUND
    spectrum = np.fft.rfft(track, length, axis=0) * np.fft.rfft(echo, length, axis=0)
    return np.fft.irfft(spectrum, length, axis=0)[: len(track)]
