from adgen_app.checks.rules.length import check
from adgen_app.domain.media import Media
from adgen_app.domain.storyboard import Storyboard


def test_a_missing_frame_is_found(board: Storyboard, media: Media) -> None:
    (finding,) = check(board, media.model_copy(update={"frames": 449}))
    assert "449" in finding.message


def test_sound_may_outlast_the_picture_by_a_block(board: Storyboard, media: Media) -> None:
    assert not list(check(board, media.model_copy(update={"seconds": 15.02})))


def test_another_length_than_planned_is_found(board: Storyboard, media: Media) -> None:
    (finding,) = check(board, media.model_copy(update={"seconds": 14.5}))
    assert "14.50 s" in finding.message
