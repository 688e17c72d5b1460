import pytest

from adgen_app.checks.rules.loudness import check
from adgen_app.domain.media import Media
from adgen_app.domain.storyboard import Storyboard


@pytest.mark.parametrize("level", [-14.5, -14.0, -13.5, None])
def test_half_a_unit_up_or_down_passes(level: float | None, board: Storyboard, media: Media) -> None:
    assert not list(check(board, media.model_copy(update={"loudness_lufs": level})))


@pytest.mark.parametrize("level", [-14.6, -13.4])
def test_more_is_found(level: float, board: Storyboard, media: Media) -> None:
    (finding,) = check(board, media.model_copy(update={"loudness_lufs": level}))
    assert f"{level:.1f} LUFS" in finding.message
