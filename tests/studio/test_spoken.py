from adgen_app.domain.storyboard import Finish
from adgen_app.studio.spoken import spoken
from adgen_app.studio.timeline import shots
from tests.studio.boards import COFFEE, speaking


def test_each_frame_shows_one_caption_and_lights_each_of_its_words_in_turn() -> None:
    board = speaking(COFFEE)
    lit: list[tuple[str, str]] = []
    for number in range(board.frames):
        found = spoken(board, number, number + 1)
        assert len(found) <= 1
        for caption in found:
            now = (caption.phrase.text, caption.phrase.words[caption.lit(number)].text)
            lit += [now] * (not lit or lit[-1] != now)
    assert [word for _, word in lit] == [word.text for word in board.voice[0].words]


def test_nothing_is_shown_before_the_first_word_and_long_after_the_last() -> None:
    board = speaking(COFFEE, "Fresh bread", 5, 6)
    assert not spoken(board, 0, 150)
    assert spoken(board, 0, 151)
    assert spoken(board, 194, 195)
    assert not spoken(board, 196, 450)


def test_captions_can_be_left_off() -> None:
    assert not spoken(COFFEE, 0, 450)
    assert not spoken(speaking(COFFEE).model_copy(update={"finish": Finish(captions=False)}), 0, 450)


def test_only_scenes_in_which_something_is_said_make_room() -> None:
    assert [shot.stage.captioned for shot in shots(speaking(COFFEE, "Fresh bread", 5, 6))] == [
        False,
        True,
        False,
        False,
    ]
    assert all(shot.stage.captioned for shot in shots(speaking(COFFEE)))
    assert not any(shot.stage.captioned for shot in shots(COFFEE))
