import numpy as np
import pytest

from adgen_app.studio.audio.wave import RATE, convolved


@pytest.mark.parametrize("seconds", [0.5, 6.0, 11.0])
def test_a_click_sounds_like_the_echo_wherever_it_is(seconds: float) -> None:
    echo = np.random.default_rng(2).standard_normal((RATE // 3, 2))
    track = np.zeros((round(seconds * RATE), 2), np.float32)
    clicks = [0, len(track) // 2, len(track) - 100]
    for click in clicks:
        track[click] = 1
    heard = convolved(track, echo)
    expected = np.zeros_like(track)
    for click in clicks:
        part = expected[click : click + len(echo)]
        part += echo[: len(part)]
    assert heard.shape == track.shape
    assert np.allclose(heard, expected, atol=1e-4)
