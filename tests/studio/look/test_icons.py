import pytest

from adgen_app.studio.look.icons import akin, icon, matching


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Specialty coffee shop", "coffee"),
        ("Luxury automatic watch", "watch"),
        ("Plant based kitchen cleaning spray", "spray-can"),
        ("Free delivery", "truck"),
        ("Feel safe", "shield-check"),
        ("What's for dinner?", "utensils"),
        ("Budgeting app", "piggy-bank"),
        ("Barber shop", "scissors"),
    ],
)
def test_an_icon_fits_the_words(text: str, name: str) -> None:
    found = matching(text)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("text", "name"), [("Meal kit", "utensils"), ("A hand-carved drum", "drum"), ("Carved table", "table")]
)
def test_a_product_may_have_an_icon_of_its_own_name(text: str, name: str) -> None:
    found = akin(text)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("text", ["Calling all busy parents", "Skip any week", "Make your move", "Treat yourself"])
def test_a_phrase_has_no_icon_that_a_word_of_it_could_mean_elsewhere(text: str) -> None:
    assert matching(text) is None


def test_words_that_say_nothing_have_no_icon() -> None:
    assert matching("قهوة طازجة") is None
    assert matching("") is None


def test_icons_have_strokes() -> None:
    assert icon("check").strokes
