import pytest

from adgen_app.domain.voice import Line, Spoken
from adgen_app.studio.speech import Said, speech, written
from tests.studio.boards import COFFEE, SAID, speaking

VOICE = "a" * 64 + ".m4a"


def line(text: str, *words: str, start: float = 0.0) -> Line:
    spoken = tuple(Spoken(text=word, start=at, end=at + 0.8) for at, word in enumerate(words))
    return Line(voice=VOICE, start=start, text=text, words=spoken)


def said(*lines: Line) -> tuple[Said, ...]:
    return speech(COFFEE.model_copy(update={"voice": lines}))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He said “Hello there”, and left.", ("He", "said", "Hello", "there", "and", "left")),
        ("It costs 20 % less \u2013 today!", ("It", "costs", "20", "less", "today")),
        ("¿Cuánto? ¡Nada!", ("Cuánto", "Nada")),
        ("新鮮的咖啡。每天。", ("新鮮", "的", "咖啡", "每天")),
        ("Lived without it", ("Lived", "without", "it")),
        ("We\u2019re here", ("We\u2019re", "here")),
    ],
)
def test_words_get_back_the_signs_that_whoever_timed_them_left_out(text: str, words: tuple[str, ...]) -> None:
    assert written(said(line(text, *words))) == text


def test_words_that_are_not_in_the_text_stand_as_they_are() -> None:
    assert written(said(line("Four loaves", "4", "loaves"))) == "4 loaves"


def test_times_are_those_of_the_ad_and_what_comes_after_it_is_not_said() -> None:
    words = said(line("One two", "One", "two", start=13.5), line("Three", "Three", start=14.9))
    assert [(word.text, word.start, word.end) for word in words] == [
        ("One", 13.5, 14.3),
        ("two", 14.5, 15),
        ("Three", 14.9, 15),
    ]
    assert said(line("One two", "One", "two", start=14.2))[-1].text == "One"


def test_a_recording_of_which_nobody_knows_the_words_says_nothing() -> None:
    assert speech(COFFEE) == said(Line(voice=VOICE), Line(voice=VOICE, text="One two")) == ()


def test_where_sentences_end_is_seen() -> None:
    words = speech(speaking(COFFEE))
    assert [word.text for word in words if word.ends_sentence] == ["coffee?", "day.", "today!"]
    assert [word.text for word in words if word.ends_clause] == ["burnt,", "Oak,"]
    assert written(words) == SAID
