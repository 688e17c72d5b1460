from adgen_app.checks.rules.end_card import check
from adgen_app.domain.media import Media
from adgen_app.domain.storyboard import Storyboard


def test_a_short_end_card_is_found(board: Storyboard, media: Media) -> None:
    last = board.scenes[-1].model_copy(update={"duration": 1.4})
    (finding,) = check(board.model_copy(update={"scenes": (*board.scenes[:-1], last)}), media)
    assert "1.4 s" in finding.message


def test_an_ad_without_end_card_is_found(board: Storyboard, media: Media) -> None:
    assert not list(check(board, media))
    assert len(list(check(board.model_copy(update={"scenes": board.scenes[:-1]}), media))) == 1
