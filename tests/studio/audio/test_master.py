import numpy as np
import pytest

from adgen_app.studio.audio.level import loudness, true_peak
from adgen_app.studio.audio.master import mastered
from adgen_app.studio.audio.wave import RATE, Sound


@pytest.fixture
def spiky() -> Sound:
    """Quiet noise with a hard blow each half second."""
    chance = np.random.default_rng(4)
    sound = 0.08 * chance.standard_normal((4 * RATE, 2))
    for blow in range(0, 4 * RATE, RATE // 2):
        sound[blow : blow + 600] += 0.6 * chance.standard_normal((600, 2))
    return sound.astype(np.float32)


@pytest.mark.parametrize("target", [-20.0, -17.0])
def test_loudness_is_reached_under_the_ceiling(spiky: Sound, target: float) -> None:
    assert true_peak(spiky) > 3
    done = mastered(spiky, target, -3.0)
    assert done.shape == spiky.shape
    assert loudness(done) == pytest.approx(target, abs=0.1)
    assert true_peak(done) <= -2.7


def test_what_stays_below_the_ceiling_is_only_made_louder() -> None:
    chance = np.random.default_rng(4)
    sound = (0.01 * chance.standard_normal((2 * RATE, 2))).astype(np.float32)
    gains = mastered(sound, -30.0, -3.0) / sound
    assert gains.std() < 1e-4 * gains.mean()
