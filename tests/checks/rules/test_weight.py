from adgen_app.checks.rules.weight import check
from adgen_app.domain.media import Media
from adgen_app.domain.storyboard import Storyboard


def test_the_limits_themselves_pass(board: Storyboard, media: Media) -> None:
    assert not list(check(board, media.model_copy(update={"bytes": 500_000_000, "bit_rate": 516_000})))


def test_too_big_and_too_thin_are_found(board: Storyboard, media: Media) -> None:
    findings = list(check(board, media.model_copy(update={"bytes": 500_000_001, "bit_rate": 515_999})))
    assert len(findings) == 2
