"""Voices laid over the music, which makes way for them."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from adgen_app.domain.storyboard import Storyboard
from adgen_app.domain.voice import Line
from adgen_app.studio.audio import aac
from adgen_app.studio.audio.envelope import STEP, Mask, envelope, mono, voiced
from adgen_app.studio.audio.evening import even
from adgen_app.studio.audio.level import loudness
from adgen_app.studio.audio.wave import RATE, Sound, lay, stereo
from adgen_app.studio.media import located

VOICE_LUFS, MUSIC_LUFS = -16.0, -20.0
"""Before the mix is mastered: a voice stands above music that plays alone."""
DUCK = 10.5
"""FR-012: under a voice music is heard at 30 % of its level, which is 10.5 dB less."""
_AHEAD, _HOLD = 0.16, 0.25
"""Seconds that music makes way before a word, and stays down after it: nothing swells up between two words."""
_ATTACK, _RELEASE = 0.15, 0.4
_FADE = round(0.25 * RATE)
"""Samples in which a voice goes for which the ad has no more room."""


def over(music: Sound, storyboard: Storyboard, media: Path | None) -> Sound:
    """The music with every line of the storyboard at its time, as long as it was, at no particular loudness."""
    said = np.zeros_like(music)
    speaks = np.zeros(round(len(music) / (RATE * STEP)), np.bool_)
    for line in storyboard.voice:
        sound = recording(line, media, len(music) - round(line.start * RATE))
        lay(said, sound, line.start)
        first, heard = round(line.start / STEP), voiced(envelope(sound))
        speaks[first : first + len(heard)] |= heard[: len(speaks) - first]
    return music * gain(MUSIC_LUFS - loudness(music)) * ducking(speaks, len(music))[:, None] + said


def recording(line: Line, media: Path | None, room: int) -> Sound:
    """A line as loud as any other, faded out where it is longer than `room` samples."""
    sound = even(mono(aac.read(located(media, line.voice), room / RATE)))
    sound = stereo(sound[:, 0])
    level = loudness(sound)
    sound = sound * gain(VOICE_LUFS - level if np.isfinite(level) else 0.0)
    if len(sound) <= room:
        return sound
    sound[room - _FADE : room] *= np.cos(np.linspace(0, np.pi / 2, _FADE, dtype=np.float32))[:, None]
    return sound[:room]


def ducking(speaks: Mask, length: int) -> NDArray[np.float32]:
    """The share of the music that is left at each of `length` samples; `speaks` says when somebody does, by steps."""
    down = _followed(np.where(_widened(speaks), DUCK, 0.0))
    times = np.arange(length, dtype=np.float32) / np.float32(RATE * STEP)
    return np.asarray(10 ** (-np.interp(times, np.arange(len(down)), down) / 20), np.float32)


def gain(decibels: float) -> np.float32:
    """A factor for samples."""
    return np.float32(10 ** (decibels / 20))


def _widened(speaks: Mask) -> Mask:
    """From a little before each moment to a little after it."""
    ahead, hold = round(_AHEAD / STEP), round(_HOLD / STEP)
    reach = np.convolve(np.pad(speaks.astype(np.float64), (hold, ahead)), np.ones(ahead + hold + 1), "valid")
    return reach > 0.5


def _followed(wanted: NDArray[np.float64]) -> NDArray[np.float64]:
    """What is wanted, approached by 95 % within the attack or the release."""
    falls, rises = (1 - np.exp(-3 * STEP / seconds) for seconds in (_ATTACK, _RELEASE))
    now, found = 0.0, np.empty_like(wanted)
    for at, target in enumerate(wanted):
        now += (target - now) * (falls if target > now else rises)
        found[at] = now
    return found
