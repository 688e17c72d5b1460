from adgen_app.checks.rules.change import check
from adgen_app.domain.media import Media
from adgen_app.domain.storyboard import Storyboard


def test_a_first_scene_that_stands_still_is_found(board: Storyboard, media: Media) -> None:
    first = board.scenes[0].model_copy(update={"duration": 3.5, "overlays": board.scenes[0].overlays[:1]})
    (finding,) = check(board.model_copy(update={"scenes": (first, *board.scenes[1:])}), media)
    assert "3.5 s" in finding.message


def test_a_second_line_in_time_passes(board: Storyboard, media: Media) -> None:
    assert not list(check(board, media))
