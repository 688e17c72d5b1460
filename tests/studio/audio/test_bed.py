from pathlib import Path

import numpy as np
import pytest

from adgen_app.domain.brand import MusicMood
from adgen_app.domain.formats import Duration
from adgen_app.domain.storyboard import Storyboard
from adgen_app.studio.audio import aac, level
from adgen_app.studio.audio.bed import bed
from adgen_app.studio.audio.compose import compose
from adgen_app.studio.audio.score import score
from adgen_app.studio.audio.wave import RATE
from tests.studio.boards import COFFEE, FITNESS


def in_mood(mood: MusicMood) -> Storyboard:
    return FITNESS.model_copy(update={"music": mood})


@pytest.mark.parametrize("mood", MusicMood)
def test_every_mood_is_as_loud_as_promised_after_encoding(mood: MusicMood, tmp_path: Path) -> None:
    target = tmp_path / "bed.m4a"
    bed(in_mood(mood), target)
    sound = aac.read(target)
    assert level.loudness(sound) == pytest.approx(-14, abs=0.5)
    assert level.true_peak(sound) <= -1
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("mood", [MusicMood.ENERGETIC, MusicMood.CORPORATE, MusicMood.LUXURY])
def test_music_is_sample_exact_and_builds_up_to_the_call_to_action(mood: MusicMood) -> None:
    wanted = score(in_mood(mood))
    sound = compose(wanted)
    assert sound.shape == (15 * RATE, 2)
    assert np.array_equal(sound, compose(wanted))
    call = round(wanted.cuts[-1] * RATE)
    first, last = sound[RATE : round(wanted.cuts[0] * RATE)], sound[call : call + 2 * RATE]
    assert (last**2).mean() > 1.2 * (first**2).mean()


def test_moods_sound_different() -> None:
    beds = [compose(score(in_mood(mood)))[:, 0] for mood in (MusicMood.CALM, MusicMood.TECH, MusicMood.PLAYFUL)]
    for at, one in enumerate(beds):
        for other in beds[at + 1 :]:
            assert abs(np.corrcoef(one, other)[0, 1]) < 0.5


def test_cuts_land_near_beats() -> None:
    wanted = score(COFFEE)
    off = [abs(cut * wanted.tempo / 60 - round(cut * wanted.tempo / 60)) for cut in wanted.cuts]
    assert max(off) < 0.2


def test_a_minute_of_music_is_a_minute_long() -> None:
    scenes = tuple(part.model_copy(update={"duration": part.duration * 4}) for part in COFFEE.scenes)
    wanted = score(COFFEE.model_copy(update={"duration": Duration.LONG, "scenes": scenes}))
    assert len(compose(wanted)) == 60 * RATE
