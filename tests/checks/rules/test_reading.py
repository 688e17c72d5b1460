import pytest

from adgen_app.checks.rules.reading import check
from adgen_app.domain.brief import Brief, Framework
from adgen_app.domain.formats import Duration
from adgen_app.domain.media import Media
from adgen_app.domain.storyboard import Overlay, Storyboard
from adgen_app.planning.writer import plan
from tests.planning.briefs import ALL


def saying(board: Storyboard, text: str) -> Storyboard:
    first = board.scenes[0].model_copy(update={"duration": 3.0, "overlays": (Overlay(text=text),)})
    return board.model_copy(update={"scenes": (first, *board.scenes[1:])})


def test_seventeen_letters_a_second_pass(board: Storyboard, media: Media) -> None:
    assert not list(check(saying(board, "x" * 51), media))


def test_more_letters_are_found(board: Storyboard, media: Media) -> None:
    (finding,) = check(saying(board, "x" * 54), media)
    assert finding.message.startswith("Scene 1 shows 18 characters")


@pytest.mark.parametrize("brief", ALL, ids=lambda brief: brief.prompt[:12])
@pytest.mark.parametrize("framework", list(Framework))
def test_what_the_planner_writes_can_be_read(brief: Brief, framework: Framework, media: Media) -> None:
    for duration in Duration:
        board = plan(brief.model_copy(update={"framework": framework, "duration": duration}))
        assert not list(check(board, media))


def test_the_brands_name_need_not_be_read_again(board: Storyboard, media: Media) -> None:
    assert not list(check(saying(board, board.brand.name), media))


def test_chinese_characters_count_twice(board: Storyboard, media: Media) -> None:
    assert len(list(check(saying(board, "每" * 27), media))) == 1
