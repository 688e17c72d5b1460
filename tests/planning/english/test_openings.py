import pytest

from adgen_app.planning.english.openings import find_opening


@pytest.mark.parametrize(
    ("text", "line", "about"),
    [
        ("Kids ruin sofas. Our washable covers fit most models.", "Kids ruin sofas", ""),
        ("Tired parents deserve a night out. SitterSpot finds one.", "Tired parents deserve a night out", ""),
        ("Mornings are hard. Our cold brew is easy.", "Mornings are hard", ""),
        (
            "Finding a babysitter is stressful. We match you with one.",
            "Finding a babysitter is stressful",
            "babysitter",
        ),
        ("Electric bikes beat traffic. We rent them by the month.", "Electric bikes beat traffic", "Electric bikes"),
    ],
)
def test_how_things_are_opens_the_ad(text: str, line: str, about: str) -> None:
    opening = find_opening(text)
    assert (opening.lines, opening.about) == ((line,), about)
    assert line not in opening.rest


@pytest.mark.parametrize(
    "text",
    [
        "FreshBrew is a coffee service. We deliver every week.",
        "Candles made in small batches. Our wax is soy.",
        "Plumber in Leeds. We come at night.",
        "Ask about our rooms. The Old Forge is a hotel.",
        "Our bread is baked at 4 am. We deliver by 8.",
        "Dogs love treats",
        "",
    ],
)
def test_what_is_sold_is_no_opening(text: str) -> None:
    assert find_opening(text) == ((), text, "")
