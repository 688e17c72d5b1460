import pytest

from adgen_app.checks.rules.voice import check
from adgen_app.domain.media import Media
from adgen_app.domain.storyboard import Storyboard
from adgen_app.domain.voice import Line


def speaking(board: Storyboard, seconds: float | None) -> Storyboard:
    return board.model_copy(update={"voice": (Line(voice="a" * 64 + ".m4a", start=1, seconds=seconds),)})


@pytest.mark.parametrize("seconds", [None, 5.0, 14.2])
def test_a_voice_that_is_heard_to_its_end_passes(seconds: float | None, board: Storyboard, media: Media) -> None:
    assert not list(check(board, media))
    assert not list(check(speaking(board, seconds), media))


def test_a_voice_that_is_too_long_is_found(board: Storyboard, media: Media) -> None:
    (finding,) = check(speaking(board, 17.5), media)
    assert "3.5 s after the end" in finding.message
