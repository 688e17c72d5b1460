from adgen_app.checks.rules.reading import check
from adgen_app.domain.media import Media
from adgen_app.domain.storyboard import Overlay, Storyboard


def saying(board: Storyboard, text: str) -> Storyboard:
    first = board.scenes[0].model_copy(update={"duration": 3.0, "overlays": (Overlay(text=text),)})
    return board.model_copy(update={"scenes": (first, *board.scenes[1:])})


def test_seventeen_letters_a_second_pass(board: Storyboard, media: Media) -> None:
    assert not list(check(saying(board, "x" * 51), media))


def test_more_letters_are_found(board: Storyboard, media: Media) -> None:
    (finding,) = check(saying(board, "x" * 54), media)
    assert finding.message.startswith("Scene 1 shows 18 characters")


def test_chinese_characters_count_twice(board: Storyboard, media: Media) -> None:
    assert len(list(check(saying(board, "每" * 27), media))) == 1
