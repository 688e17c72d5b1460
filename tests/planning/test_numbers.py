import pytest

from adgen_app.planning.numbers import find_number


@pytest.mark.parametrize(
    ("feature", "value", "meaning"),
    [
        ("Keeps drinks cold for 24 hours", "24 hours", "Keeps drinks cold"),
        ("500 guided sessions", "500", "guided sessions"),
        ("80 km range", "80 km", "range"),
        ("12 month warranty", "12 months", "warranty"),
        ("30-hour battery", "30 hours", "battery"),
        ("4.9 stars from 2,300 parents", "4.9", "stars from 2,300 parents"),
        ("100 nights trial", "100 nights", "trial"),
    ],
)
def test_a_figure_comes_with_its_meaning(feature: str, value: str, meaning: str) -> None:
    number = find_number(["Leak-proof", feature])
    assert number is not None
    assert (number.value, number.meaning, number.source) == (value, meaning, feature)


@pytest.mark.parametrize(
    "feature",
    [
        "Since 1987",
        "1987 recipe",
        "9am to 2pm",
        "Burn for 50 hours",
        "60 minutes",
        "24/7",
        "5 rooms",
        "80 pages",
        "22 momme",
        "11 till 4",
        "20 per bag",
        "120 routes, kids' corner, sauna",
        "10-minute dialogues recorded in Bergen",
        "60 stitches and video lessons",
        "Up to 40% cheaper than new",
    ],
)
def test_other_figures_stay_in_their_phrase(feature: str) -> None:
    assert find_number([feature]) is None
