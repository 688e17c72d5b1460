import pytest

from adgen_app.planning.quotes import Quote, find_quote


@pytest.mark.parametrize(
    ("text", "words", "person"),
    [
        ('"I finally sleep through the night" - Maria K. Our blanket', "I finally sleep through the night", "Maria K."),
        ("\u201cBest bread in town\u201d \u2014 Tom. Bakery", "Best bread in town", "Tom"),
        ('Our customer Anna says: "It changed my mornings!" Try it', "It changed my mornings!", "Anna"),
    ],
)
def test_a_quote_has_words_and_a_person(text: str, words: str, person: str) -> None:
    quote, rest = find_quote(text)
    assert quote == Quote(words, person)
    assert words not in rest


@pytest.mark.parametrize("text", ['Our restaurant "La Piazza" serves pizza', '"Best coffee ever made" is what we make'])
def test_marks_without_a_person_are_no_quote(text: str) -> None:
    assert find_quote(text) == (None, text)
