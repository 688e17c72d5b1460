from itertools import pairwise
from pathlib import Path

import pytest

from adgen_app.domain.asset import AssetKind
from adgen_app.domain.voice import Line, Spoken
from adgen_app.studio.audio.alignment import Stretch, align, aligned, timed
from adgen_app.studio.audio.intake import normalise
from tests import gifts
from tests.studio.boards import WATCH

TEXT = "Time is the only luxury. Wear it well, every day. Aurelle."


def kept(folder: Path, content: bytes) -> Line:
    made = normalise(content, AssetKind.VOICE)
    (folder / made.name).write_bytes(made.data)
    return Line(voice=made.name, text=TEXT)


def starts(words: tuple[Spoken, ...]) -> dict[str, float]:
    return {word.text: word.start for word in words}


def test_sentences_are_found_where_somebody_speaks(tmp_path: Path) -> None:
    line = kept(tmp_path, gifts.voice((0.5, 2.5), (3.1, 4.9), (5.6, 6.4), seconds=7))
    found = aligned(line, tmp_path / line.voice)
    assert " ".join(word.text for word in found.words) == TEXT
    when = starts(found.words)
    assert when["Time"] == pytest.approx(0.5, abs=0.06)
    assert when["Wear"] == pytest.approx(3.1, abs=0.06)
    assert when["Aurelle."] == pytest.approx(5.6, abs=0.06)
    assert found.words[-1].end == pytest.approx(6.4, abs=0.06)
    assert found.seconds == pytest.approx(7, abs=0.1)


def test_pauses_at_commas_and_for_breath_are_found_too() -> None:
    heard = [Stretch(0, 1.9), Stretch(2.2, 3.2), Stretch(3.5, 4.3), Stretch(4.8, 5.4)]
    when = starts(align(TEXT, heard))
    assert (when["Wear"], when["every"], when["Aurelle."]) == (2.2, 3.5, 4.8)
    breath = starts(align("We roast it in the morning and bring it to your door.", [Stretch(0, 1.6), Stretch(2, 3.4)]))
    assert 2 in breath.values()


def test_words_follow_each_other_and_longer_ones_take_longer() -> None:
    words = align("A marvellous day", [Stretch(1, 3)])
    assert [word.text for word in words] == ["A", "marvellous", "day"]
    assert words[0].start == 1
    assert words[-1].end == 3
    assert words[1].end - words[1].start > 2 * (words[2].end - words[2].start)


def test_every_script_is_cut_into_what_can_be_lit() -> None:
    assert [word.text for word in align("每天。新鮮", [Stretch(0, 2)])] == ["每", "天。", "新", "鮮"]
    assert len(align("קפה טרי כל בוקר", [Stretch(0, 2)])) == 4


@pytest.mark.parametrize("text", ["Hi", "One. Two.", "1 2 3", "%", "!"])
def test_few_words_are_shared_out_over_many_pauses_without_a_loss(text: str) -> None:
    heard = [Stretch(number, number + 0.5) for number in range(9)]
    words = align(text, heard)
    assert " ".join(word.text for word in words) == text
    assert all(one.end <= after.start for one, after in pairwise(words))


def test_nothing_is_said_in_silence_or_without_words() -> None:
    assert align("Hello", []) == align("", [Stretch(0, 1)]) == ()


def test_a_storyboard_gets_the_times_that_it_lacks_and_keeps_those_that_it_has(tmp_path: Path) -> None:
    line = kept(tmp_path, gifts.voice((0.5, 2.5), seconds=3))
    mute = line.model_copy(update={"text": ""})
    known = line.model_copy(update={"text": "Hi", "words": (Spoken(text="Hi", start=2, end=2.2),)})
    found = timed(WATCH.model_copy(update={"voice": (line, mute, known)}), tmp_path).voice
    assert found[1:] == (mute, known)
    assert found[0].words
    assert timed(WATCH, None) is WATCH
