import pytest

from adgen_app.studio.scenes.rating import rating


@pytest.mark.parametrize(
    ("text", "stars"),
    [
        ("5 stars, would buy again", 5),
        ("★★★★★ Best bread in town", 5),
        ("★★★☆☆ It was fine", 3),
        ("Rated 4.8/5 by runners", 4.8),
        ("Bewertet mit 4,5 Sternen", 4.5),
        ("4 out of 5, says my cat", 4),
        ("A five-star stay", 5),
        ("5つ星の味", 5),
    ],
)
def test_a_rating_is_as_many_stars_as_the_text_says(text: str, stars: float) -> None:
    assert rating(text) == pytest.approx(stars)


@pytest.mark.parametrize(
    "text",
    [
        "I finally sleep through the night",
        "The stars of the show",
        "5,000 stars on the net",
        "15 stars",
        "Open until 4/5/2027",
        "4/5 of people agree",
        "10/50 is a fifth",
    ],
)
def test_what_is_no_rating_gives_no_stars(text: str) -> None:
    assert rating(text) == 0
