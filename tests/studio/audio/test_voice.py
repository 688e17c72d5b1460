from pathlib import Path

import numpy as np
import pytest

from adgen_app.domain.asset import AssetKind
from adgen_app.domain.storyboard import Storyboard
from adgen_app.domain.voice import Line
from adgen_app.errors import StudioFailed
from adgen_app.studio import fingerprint
from adgen_app.studio.audio import aac, level
from adgen_app.studio.audio.bed import bed
from adgen_app.studio.audio.compose import compose
from adgen_app.studio.audio.intake import normalise
from adgen_app.studio.audio.score import score
from adgen_app.studio.audio.voice import DUCK, VOICE_LUFS, ducking, over, recording
from adgen_app.studio.audio.wave import RATE, Sound, seconds, stereo
from tests import gifts
from tests.studio.boards import BOARDS, FITNESS, WATCH

BURSTS = ((0.2, 3.0), (6.0, 9.0))


def given(folder: Path, content: bytes, *starts: float, board: Storyboard = FITNESS) -> Storyboard:
    """The board with a recording that begins at these seconds."""
    made = normalise(content, AssetKind.VOICE)
    (folder / made.name).write_bytes(made.data)
    lines = tuple(Line(voice=made.name, start=start) for start in starts)
    return board.model_copy(update={"voice": lines})


def at(sound: Sound, start: float, end: float) -> float:
    """Decibels of what is heard between two seconds."""
    return 10 * float(np.log10((sound[round(start * RATE) : round(end * RATE)] ** 2).mean()))


def music() -> Sound:
    return stereo(0.2 * np.sin(2 * np.pi * 3_000 * seconds(15)))


def only_music(mix: Sound) -> Sound:
    """What is left of a mix around the pitch of the music of these tests, above nearly all of the voice's."""
    spectrum = np.fft.rfft(mix, axis=0)
    hertz = np.fft.rfftfreq(len(mix), 1 / RATE)
    spectrum[(hertz < 2_900) | (hertz > 3_100)] = 0
    return np.fft.irfft(spectrum, len(mix), axis=0).astype(np.float32)


def test_music_makes_way_while_somebody_speaks_and_comes_back(tmp_path: Path) -> None:
    board = given(tmp_path, gifts.voice(*BURSTS, seconds=10), 1.0)
    heard = only_music(over(music(), board, tmp_path))
    alone = at(heard, 13, 14.5)
    for start, end in ((1.25, 3.9), (7.1, 9.9)):
        assert at(heard, start, end) == pytest.approx(alone - DUCK, abs=0.7)
    assert at(heard, 5, 6.5) == pytest.approx(alone, abs=0.3)


def test_music_goes_before_a_word_and_comes_back_without_a_jump() -> None:
    speaks = np.zeros(1500, np.bool_)
    speaks[500:700] = True
    left = 20 * np.log10(ducking(speaks, 15 * RATE)[:: RATE // 100])
    assert left[500] < -0.9 * DUCK
    assert left[480] == 0
    assert np.abs(np.diff(left)).max() < 2.5
    assert left[700] == pytest.approx(-DUCK, abs=0.1)
    assert left[775] > -0.7
    held = speaks.copy()
    held[580:600] = False
    assert 20 * np.log10(ducking(held, 15 * RATE)[590 * RATE // 100]) == pytest.approx(-DUCK, abs=0.2), "a breath"


def test_a_voice_stands_above_the_music_by_its_ducking_and_more(tmp_path: Path) -> None:
    board = given(tmp_path, gifts.voice(*BURSTS, seconds=10), 1.0)
    mix = over(compose(score(board)), board, tmp_path)
    said = recording(board.voice[0], tmp_path, 14 * RATE)
    rest = mix.copy()
    rest[RATE : RATE + len(said)] -= said
    assert at(said, 0.4, 2.8) - at(rest, 1.4, 3.8) > 9


@pytest.mark.parametrize("board", BOARDS.values(), ids=BOARDS)
def test_the_whole_is_as_loud_as_any_other_ad_after_encoding(board: Storyboard, tmp_path: Path) -> None:
    spoken = given(tmp_path, gifts.voice(*BURSTS, seconds=10), 1.0, board=board)
    target = tmp_path / "bed.m4a"
    bed(spoken, target, tmp_path)
    sound = aac.read(target)
    assert level.loudness(sound) == pytest.approx(-14, abs=0.5)
    assert level.true_peak(sound) <= -1
    assert 15 * RATE <= len(sound) < 15 * RATE + 1024


def test_a_voice_is_laid_over_an_own_track_as_well(tmp_path: Path) -> None:
    track = normalise(gifts.track(20, 3_000))
    (tmp_path / track.name).write_bytes(track.data)
    board = given(tmp_path, gifts.voice(*BURSTS, seconds=10), 1.0).model_copy(update={"track": track.name})
    bed(board, tmp_path / "bed.m4a", tmp_path)
    heard = only_music(aac.read(tmp_path / "bed.m4a"))
    assert at(heard, 1.3, 3.0) < at(heard, 5.2, 6.3) - DUCK + 2


def test_lines_are_as_loud_as_each_other_however_they_were_recorded(tmp_path: Path) -> None:
    board = given(tmp_path, gifts.voice(), 0.0)
    said = recording(board.voice[0], tmp_path, 15 * RATE)
    assert level.loudness(said) == pytest.approx(VOICE_LUFS, abs=0.1)
    aac.write(aac.read(tmp_path / board.voice[0].voice) * np.float32(0.05), tmp_path / ("f" * 64 + ".m4a"))
    same = recording(Line(voice="f" * 64 + ".m4a"), tmp_path, 15 * RATE)
    assert level.loudness(same) == pytest.approx(VOICE_LUFS, abs=0.1)


def test_a_voice_that_is_too_long_is_faded_out_at_the_end_of_the_ad(tmp_path: Path) -> None:
    board = given(tmp_path, gifts.voice(seconds=10), 10.0)
    said = recording(board.voice[0], tmp_path, 5 * RATE)
    assert len(said) == 5 * RATE
    assert abs(said[-1]).max() < 0.001
    assert at(said, 4.85, 5.0) < at(said, 4.4, 4.7) - 3
    mix = over(compose(score(board)), board, tmp_path)
    assert len(mix) == 15 * RATE


def test_another_voice_or_another_time_is_another_sound() -> None:
    line = Line(voice="a" * 64 + ".m4a", text="One")
    spoken = WATCH.model_copy(update={"voice": (line,)})
    later = WATCH.model_copy(update={"voice": (line.model_copy(update={"start": 2.0}),)})
    other = WATCH.model_copy(update={"voice": (line.model_copy(update={"voice": "b" * 64 + ".m4a"}),)})
    assert len({fingerprint.sound(board) for board in (WATCH, spoken, later, other)}) == 4
    renamed = WATCH.model_copy(update={"voice": (line.model_copy(update={"text": "Two"}),)})
    assert fingerprint.sound(renamed) == fingerprint.sound(spoken), "what is written is not heard"


def test_a_voice_that_is_missing_is_told(tmp_path: Path) -> None:
    board = FITNESS.model_copy(update={"voice": (Line(voice="a" * 64 + ".m4a"),)})
    with pytest.raises(StudioFailed, match="voice of this ad is missing"):
        bed(board, tmp_path / "bed.m4a", tmp_path)
