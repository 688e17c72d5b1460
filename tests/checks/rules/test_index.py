from adgen_app.checks.rules.index import check
from adgen_app.domain.media import Media
from adgen_app.domain.storyboard import Storyboard


def test_an_index_at_the_end_is_found(board: Storyboard, media: Media) -> None:
    assert not list(check(board, media))
    (finding,) = check(board, media.model_copy(update={"moov_first": False}))
    assert "index" in finding.message
