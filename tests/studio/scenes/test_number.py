import pytest

from adgen_app.studio.scenes.number import counted


@pytest.mark.parametrize(
    ("text", "share", "written"),
    [
        ("1,200+", 1.0, "1,200+"),
        ("1,200+", 0.5, "600+"),
        ("$1,299.50", 0.0, "$0"),
        ("99.9%", 0.5, "50.0%"),
        ("1,200+", 0.0, "0+"),
        ("no figure", 0.5, "no figure"),
    ],
)
def test_a_figure_counts_up_in_its_own_spelling(text: str, share: float, written: str) -> None:
    assert counted(text, share) == written
