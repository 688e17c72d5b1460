import re
from itertools import pairwise

import pytest

from adgen_app.domain.storyboard import Storyboard
from adgen_app.studio.captions import Cue, captions, srt, vtt
from tests.studio.boards import BOARDS, COFFEE, SAID, speaking


@pytest.mark.parametrize("board", BOARDS.values(), ids=BOARDS)
def test_every_text_is_told_in_its_scene_and_nothing_else(board: Storyboard) -> None:
    cues = captions(board)
    told = [line for cue in cues for line in cue.text.split("\n")]
    shown = {overlay.text for scene in board.scenes for overlay in scene.overlays}
    assert set(told) == shown | {board.brand.name, board.call_to_action}
    for scene, begins, ends in zip(board.scenes, board.cuts, board.cuts[1:], strict=False):
        within = "\n".join(cue.text for cue in cues if begins <= cue.start * 30 + 0.5 and cue.end * 30 - 0.5 <= ends)
        assert all(overlay.text in within for overlay in scene.overlays)


@pytest.mark.parametrize("board", BOARDS.values(), ids=BOARDS)
def test_cues_follow_each_other_and_stand_long_enough(board: Storyboard) -> None:
    cues = captions(board)
    assert cues[0].start == 0
    assert cues[-1].end == board.duration
    assert all(one.end == two.start for one, two in pairwise(cues))
    assert all(cue.end - cue.start > 1 and cue.text.count("\n") <= 1 for cue in cues)


def test_what_a_voice_says_is_told_instead_and_when_it_is_said() -> None:
    cues = captions(speaking(COFFEE))
    assert " ".join(cue.text for cue in cues).replace("\n", " ") == SAID
    assert cues[0].start == 0.5
    assert cues[-1].end == COFFEE.duration
    assert cues[0].text == "Tired of burnt, bitter coffee?"


@pytest.mark.parametrize("text", [SAID, " ".join(["Roasted this morning and brought to your door"] * 6)])
def test_what_is_said_stands_in_two_lines_at_most_and_can_be_read(text: str) -> None:
    cues = captions(speaking(COFFEE, text))
    assert all(one.end <= after.start for one, after in pairwise(cues))
    for cue in cues:
        lines = cue.text.split("\n")
        assert len(lines) <= 2
        assert max(map(len, lines)) <= 42
        assert sum(map(len, lines)) <= 21 * (cue.end - cue.start)


def test_a_voice_of_which_nobody_knows_the_words_leaves_the_texts_of_the_screen() -> None:
    mute = speaking(COFFEE).voice[0].model_copy(update={"words": ()})
    assert captions(COFFEE.model_copy(update={"voice": (mute,)})) == captions(COFFEE)


def test_subrip_numbers_its_cues() -> None:
    text = srt(captions(COFFEE))
    assert text.startswith(
        "1\n00:00:00,000 --> 00:00:04,000\nTired of burnt, bitter coffee?\nMornings deserve better\n\n2\n"
    )
    assert re.findall(r"^\d+$", text, re.MULTILINE) == [str(number) for number in range(1, len(captions(COFFEE)) + 1)]


def test_webvtt_takes_no_markup_from_a_text() -> None:
    text = vtt([Cue(0.5, 3661.25, "<b>Ember</b> & Oak")])
    assert text == "WEBVTT\n\n00:00:00.500 --> 01:01:01.250\n&lt;b&gt;Ember&lt;/b&gt; &amp; Oak\n"
