import math

import pytest

from adgen_app.checks.rules.silence import check
from adgen_app.domain.media import Media
from adgen_app.domain.storyboard import Storyboard


@pytest.mark.parametrize("level", [None, -math.inf, -61.0])
def test_a_silent_track_is_found(level: float | None, board: Storyboard, media: Media) -> None:
    (finding,) = check(board, media.model_copy(update={"loudness_lufs": level}))
    assert "silent" in finding.message


def test_a_missing_track_is_found(board: Storyboard, media: Media) -> None:
    (finding,) = check(board, media.model_copy(update={"audio_codec": None, "loudness_lufs": None}))
    assert "no sound track" in finding.message


def test_a_quiet_track_passes(board: Storyboard, media: Media) -> None:
    assert not list(check(board, media.model_copy(update={"loudness_lufs": -40.0})))
