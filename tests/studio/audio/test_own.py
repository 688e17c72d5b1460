from pathlib import Path

import numpy as np
import pytest

from adgen_app.errors import StudioFailed
from adgen_app.studio import fingerprint
from adgen_app.studio.audio import aac, level
from adgen_app.studio.audio.bed import bed
from adgen_app.studio.audio.own import own
from adgen_app.studio.audio.score import score
from adgen_app.studio.audio.wave import RATE, Sound, seconds, stereo
from tests.studio.boards import FITNESS

NAME = "a" * 64 + ".m4a"
OWN = FITNESS.model_copy(update={"track": NAME})


def tone(hertz: float, length: float) -> Sound:
    return stereo(0.3 * np.sin(2 * np.pi * hertz * seconds(length)))


def loudest(sound: Sound) -> float:
    """Hertz at which there is most of it."""
    mono = sound.mean(axis=1)
    return float(np.abs(np.fft.rfft(mono)).argmax() * RATE / len(mono))


@pytest.fixture
def given(tmp_path: Path) -> Path:
    """A folder with a track of four seconds, which begins with half a second of silence."""
    aac.write(np.concatenate([np.zeros((RATE // 2, 2), np.float32), tone(440, 3.5)]), tmp_path / NAME)
    return tmp_path


def test_a_short_track_is_looped_to_the_length_of_the_ad_without_gaps(given: Path) -> None:
    sound = own(given / NAME, score(OWN))
    assert sound.shape == (15 * RATE, 2)
    assert loudest(sound) == pytest.approx(440, abs=1)
    loud = [np.sqrt((sound[at : at + RATE // 10] ** 2).mean()) for at in range(RATE // 10, 13 * RATE, RATE // 10)]
    assert min(loud) > 0.3 * max(loud)
    assert abs(sound[-1]).max() < 0.01
    assert np.array_equal(sound, own(given / NAME, score(OWN)))


def test_a_long_track_is_read_no_further_than_it_is_heard(given: Path) -> None:
    aac.write(np.concatenate([tone(440, 20), tone(880, 20)]), given / NAME)
    assert len(aac.read(given / NAME, 20)) < 20.1 * RATE
    assert loudest(own(given / NAME, score(OWN))) == pytest.approx(440, abs=1)


def test_the_bed_plays_it_as_loud_as_any_other_music(given: Path) -> None:
    target = given / "bed.m4a"
    bed(OWN, target, given)
    sound = aac.read(target)
    assert loudest(sound) == pytest.approx(440, abs=1)
    assert level.loudness(sound) == pytest.approx(-14, abs=0.5)
    assert level.true_peak(sound) <= -1


def test_another_track_is_another_sound() -> None:
    assert fingerprint.sound(OWN) != fingerprint.sound(FITNESS)
    assert fingerprint.sound(OWN) != fingerprint.sound(OWN.model_copy(update={"track": "b" * 64 + ".m4a"}))


def test_a_track_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(StudioFailed, match="voice of this ad is missing"):
        bed(OWN, tmp_path / "bed.m4a", tmp_path)
