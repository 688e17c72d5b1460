"""Sound as arrays: samples x 2 channels, 48 kHz."""

import numpy as np
from numpy.typing import NDArray

RATE = 48_000
Sound = NDArray[np.float32]
_FADE = 0.9
"""Seconds in which the music goes at the end."""
_PIECE = 2**18
"""Samples that are transformed at once."""


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


def faded(track: Sound) -> Sound:
    """The track with its last moments dying away, and no click at its start."""
    out = np.ones(len(track), np.float32)
    length = round(_FADE * RATE)
    out[-length:] = np.cos(np.linspace(0, np.pi / 2, length, dtype=np.float32))
    out[: RATE // 100] = np.linspace(0, 1, RATE // 100, dtype=np.float32)
    return track * out[:, None]


def convolved(track: Sound, echo: NDArray[np.floating]) -> Sound:
    """The track as it sounds where a click sounds like `echo` (samples x channels, under 5 s), no longer than it was.

    Piece by piece, so that a long track takes no more memory than a short one.
    """
    spectrum, step = np.fft.rfft(echo, _PIECE, axis=0), _PIECE - len(echo)
    heard = np.zeros_like(track)
    for start in range(0, len(track), step):
        piece = np.fft.rfft(track[start : start + step], _PIECE, axis=0) * spectrum
        part = heard[start : start + _PIECE]
        part += np.fft.irfft(piece, _PIECE, axis=0)[: len(part)]
    return heard
