from adgen_app.checks.rules.peak import check
from adgen_app.domain.media import Media
from adgen_app.domain.storyboard import Storyboard


def test_a_peak_above_one_below_full_scale_is_found(board: Storyboard, media: Media) -> None:
    assert not list(check(board, media.model_copy(update={"true_peak_dbtp": -1.0})))
    (finding,) = check(board, media.model_copy(update={"true_peak_dbtp": -0.9}))
    assert "-0.9 dBTP" in finding.message
