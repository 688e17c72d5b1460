import numpy as np

from adgen_app.domain.brand import MusicMood
from adgen_app.studio.audio.effects import effects
from adgen_app.studio.audio.score import Score
from adgen_app.studio.audio.wave import RATE, Sound

SCORE = Score(MusicMood.CALM, 15.0, (4.0, 8.0, 11.0), 76.0)


def heard(share: float = 1.0) -> Sound:
    track = np.zeros((15 * RATE, 2), np.float32)
    effects(track, SCORE, share)
    return track


def loudest(track: Sound, start: float, end: float) -> float:
    return float(np.abs(track[round(start * RATE) : round(end * RATE)]).max())


def test_every_change_of_scene_is_heard() -> None:
    track = heard()
    for cut in SCORE.cuts:
        assert loudest(track, cut - 0.2, cut + 0.1) > 2 * loudest(track, cut - 1.4, cut - 1.0) or cut == SCORE.cuts[-1]
    assert loudest(track, 11.0, 11.3) > loudest(track, 8.0, 8.3)


def test_a_pop_tells_that_a_picture_appears() -> None:
    track = heard()
    assert loudest(track, 4.3, 4.36) > 0.1
    assert loudest(track, 5.0, 5.5) < 0.01


def test_effects_beside_an_own_track_are_softer() -> None:
    assert np.allclose(heard(0.5), 0.5 * heard(), atol=1e-6)
