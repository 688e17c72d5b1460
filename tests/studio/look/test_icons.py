import pytest

from adgen_app.studio.look.icons import icon, matching


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Specialty coffee shop", "coffee"),
        ("Luxury automatic watch", "watch"),
        ("Plant based kitchen cleaning spray", "spray-can"),
        ("Free delivery", "truck"),
        ("Feel safe", "shield-check"),
    ],
)
def test_an_icon_fits_the_words(text: str, name: str) -> None:
    found = matching(text)
    assert found is not None
    assert found.name == name


def test_words_that_say_nothing_have_no_icon() -> None:
    assert matching("قهوة طازجة") is None
    assert matching("") is None


def test_icons_have_strokes() -> None:
    assert icon("check").strokes
