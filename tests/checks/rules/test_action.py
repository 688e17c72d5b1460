from adgen_app.checks.rules.action import check
from adgen_app.domain.media import Media
from adgen_app.domain.storyboard import Storyboard


def test_capitals_make_no_difference(board: Storyboard, media: Media) -> None:
    assert not list(check(board.model_copy(update={"call_to_action": board.call_to_action.upper()}), media))


def test_a_call_that_is_not_shown_is_found(board: Storyboard, media: Media) -> None:
    (finding,) = check(board.model_copy(update={"call_to_action": "Come in"}), media)
    assert "Come in" in finding.message


def test_a_call_that_is_shown_too_early_is_found(board: Storyboard, media: Media) -> None:
    turned = board.model_copy(update={"scenes": board.scenes[::-1]})
    assert len(list(check(turned, media))) == 1
