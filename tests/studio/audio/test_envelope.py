import numpy as np
import pytest

from adgen_app.studio.audio.envelope import FLOOR, STEP, averaged, envelope, mono, voiced
from adgen_app.studio.audio.wave import RATE, Sound, seconds, stereo


def tone(length: float, level: float) -> Sound:
    return stereo(level * np.sin(2 * np.pi * 300 * seconds(length)))


def test_a_level_is_that_of_the_sound_at_its_time() -> None:
    levels = envelope(np.concatenate([tone(1, 0.5), np.zeros((RATE, 2), np.float32), tone(1, 0.05)]))
    assert len(levels) == round(3 / STEP)
    assert levels[50] == pytest.approx(-9, abs=0.3)
    assert levels[150] == FLOOR
    assert levels[250] == pytest.approx(levels[50] - 20, abs=0.3)


@pytest.mark.parametrize("noise", [0.0, 0.004, 0.02])
def test_speech_stands_out_of_what_is_heard_in_its_pauses(noise: float) -> None:
    pause = np.zeros((RATE // 2, 2), np.float32)
    sound = np.concatenate([pause, tone(1, 0.3), pause, tone(1, 0.15), pause])
    hiss = np.random.default_rng(1).normal(0, noise, sound.shape).astype(np.float32)
    heard = voiced(envelope(sound + hiss))
    assert heard[55:145].all()
    assert heard[205:295].all()
    assert not heard[:45].any()
    assert not heard[155:195].any()
    assert not heard[305:].any()


def test_nobody_speaks_in_silence() -> None:
    assert not voiced(envelope(np.zeros((RATE, 2), np.float32))).any()


def test_a_microphone_that_fills_one_channel_is_heard_in_both() -> None:
    sound = tone(0.1, 0.5)
    sound[:, 1] = 0
    assert mono(sound).shape == (RATE // 10, 1)
    assert np.allclose(mono(sound)[:, 0], sound[:, 0] / 2)


def test_a_mean_is_taken_of_what_is_there() -> None:
    assert averaged(np.array([1.0, 2.0, 3.0, 10.0]), 3).tolist() == pytest.approx([1.5, 2.0, 5.0, 6.5])
