"""A recording whose loud and soft passages are brought closer together."""

import numpy as np

from adgen_app.studio.audio.envelope import STEP, averaged, decibels, envelope, voiced
from adgen_app.studio.audio.wave import RATE, Sound

_MOST = 7.0
"""Decibels by which a passage is raised or lowered at most."""
_PASSAGE = round(0.6 / STEP)
"""Steps of speech whose loudness an ear takes as one."""


def even(sound: Sound) -> Sound:
    """Each passage nearly as loud as the median one; what is no speech is moved with the speech around it."""
    levels = envelope(sound)
    speaks = np.flatnonzero(voiced(levels))
    if not speaks.size:
        return sound
    passages = decibels(averaged(10 ** (levels[speaks] / 10), _PASSAGE))
    wanted = np.clip(float(np.median(passages)) - passages, -_MOST, _MOST)
    steps = averaged(np.interp(np.arange(len(levels)), speaks, wanted), _PASSAGE)
    times = np.arange(len(sound), dtype=np.float32) / np.float32(RATE * STEP)
    return sound * np.asarray(10 ** (np.interp(times, np.arange(len(steps)), steps) / 20), np.float32)[:, None]
