import numpy as np
import pytest

from adgen_app.studio.audio.envelope import envelope
from adgen_app.studio.audio.evening import even
from adgen_app.studio.audio.wave import RATE, Sound
from tests.studio.audio.test_envelope import tone

PAUSE = np.zeros((RATE // 2, 2), np.float32)


def loudness(sound: Sound, second: float) -> float:
    return float(envelope(sound)[round(second * 100) - 30 : round(second * 100) + 30].mean())


def test_a_soft_passage_comes_closer_to_a_loud_one() -> None:
    sound = np.concatenate([tone(2, 0.4), PAUSE, tone(2, 0.1)])
    made = even(sound)
    assert loudness(sound, 1) - loudness(sound, 3.5) == pytest.approx(12, abs=0.5)
    assert loudness(made, 1) - loudness(made, 3.5) < 6
    assert made.shape == sound.shape


def test_what_is_even_stays_as_it_is() -> None:
    sound = tone(3, 0.3)
    assert np.abs(even(sound) - sound).max() < 0.01


def test_the_noise_of_a_pause_is_not_raised_above_what_was_raised_around_it() -> None:
    hiss = np.random.default_rng(1).normal(0, 0.002, (RATE, 2)).astype(np.float32)
    sound = np.concatenate([tone(1, 0.3), hiss, tone(1, 0.3)])
    assert loudness(even(sound), 1.5) == pytest.approx(loudness(sound, 1.5), abs=1)


def test_silence_stays_silent() -> None:
    assert not even(PAUSE).any()
