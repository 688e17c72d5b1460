import pytest
from pydantic import ValidationError

from adgen_app.domain.voice import Line, Spoken

VOICE = "a" * 64 + ".m4a"


def test_words_are_said_one_after_another() -> None:
    words = (Spoken(text="Fresh", start=0.1, end=0.4), Spoken(text="bread", start=0.4, end=0.9))
    assert Line(voice=VOICE, text="Fresh bread", words=words).words == words
    with pytest.raises(ValidationError, match="in the order in which they are said"):
        Line(voice=VOICE, text="Fresh bread", words=words[::-1])


def test_a_word_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValidationError, match="a word ends before it starts"):
        Line(voice=VOICE, words=(Spoken(text="Fresh", start=0.5, end=0.4),))


def test_what_is_said_is_one_line() -> None:
    assert Line(voice=VOICE, text=" Fresh\n bread ").text == "Fresh bread"
