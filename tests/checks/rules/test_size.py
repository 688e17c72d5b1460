import pytest

from adgen_app.checks.rules.size import check
from adgen_app.domain.formats import AspectRatio
from adgen_app.domain.media import Media
from adgen_app.domain.storyboard import Storyboard


@pytest.mark.parametrize("ratio", list(AspectRatio))
def test_the_pixels_of_the_ratio_pass(ratio: AspectRatio, board: Storyboard, media: Media) -> None:
    shaped = board.model_copy(update={"aspect_ratio": ratio})
    assert not list(check(shaped, media.model_copy(update=ratio.size._asdict())))


def test_another_shape_is_an_error_that_names_both(board: Storyboard, media: Media) -> None:
    (finding,) = check(board, media.model_copy(update={"width": 1920, "height": 1080}))
    assert "1920x1080" in finding.message
    assert "1080x1920" in finding.message
