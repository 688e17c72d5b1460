import pytest

from adgen_app.studio.scenes.number import counted, parted


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


@pytest.mark.parametrize(
    ("text", "figure", "unit"),
    [
        ("20 minute", "20", "minute"),
        ("1 200 km", "1 200", "km"),
        ("$5 off", "$5", "off"),
        ("99.9%", "99.9%", ""),
        ("4,8", "4,8", ""),
        ("up to 40 h", "up to 40 h", ""),
    ],
)
def test_a_unit_stands_under_its_figure(text: str, figure: str, unit: str) -> None:
    assert parted(text) == (figure, unit)
