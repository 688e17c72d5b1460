import pytest

from adgen_app.planning.english.headlines import MOST, bare, headlines, sentence, stands


@pytest.mark.parametrize(
    ("phrase", "lines"),
    [
        ("it's really soft", ["Soft"]),
        ("smells amazing", ["Smells amazing"]),
        ("you can cancel anytime", ["Cancel anytime"]),
        (
            "delivers freshly roasted beans to your door every week",
            ["Delivers freshly roasted beans", "To your door every week"],
        ),
        ("bakes fresh sourdough every morning at 5am", ["Bakes fresh sourdough every morning at 5am"]),
        ("lose weight without giving up the food you love", ["Lose weight", "Without giving up the food you love"]),
        ("we offer gift wrapping", ["Gift wrapping"]),
        ("the best tiramisu", ["Best tiramisu"]),
        ("very very soft", ["Soft"]),
        ("files the summary of each call in your CRM", ["Files the summary of each call in your CRM"]),
        ("save them", []),
        ("this weekend", ["This weekend"]),
        ("evenings only", ["Evenings only"]),
        (
            "makes holidays, sick notes and contracts simple",
            ["Makes holidays, sick notes and contracts simple"],
        ),
    ],
)
def test_a_phrase_becomes_lines(phrase: str, lines: list[str]) -> None:
    assert headlines(phrase) == lines


@pytest.mark.parametrize(
    "phrase", ["and", "made with", "with the", "etc", "much more", "it is", "and more", "(half", ""]
)
def test_what_can_not_stand_alone_is_dropped(phrase: str) -> None:
    assert headlines(phrase) == []


def test_no_line_ends_in_the_air() -> None:
    for line in headlines(
        "our handmade oak tables are made from reclaimed wood that we find in old barns for the people of Ohio"
    ):
        assert len(line) <= MOST
        assert stands(line)


def test_doubled_words_are_said_once() -> None:
    assert bare("good good coffee coffee") == "good coffee"


def test_a_capital_begins_a_line_unless_the_word_has_its_own() -> None:
    assert sentence("fresh bread") == "Fresh bread"
    assert sentence("iPhone repair") == "iPhone repair"
