from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adgen_app.studio.phrases import Reach, phrases, width
from adgen_app.studio.speech import Said, written

REACH = Reach(words=7, letters=42, stays=0.5)


def said(text: str, each: float = 0.3) -> tuple[Said, ...]:
    return tuple(Said(word, spaced=True, start=at * each, end=(at + 1) * each) for at, word in enumerate(text.split()))


def shown(words: tuple[Said, ...], reach: Reach = REACH) -> list[str]:
    return [phrase.text for phrase in phrases(words, reach)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Tired of burnt, bitter coffee? Meet Ember!", ["Tired of burnt, bitter coffee?", "Meet Ember!"]),
        ("Yes. No. Buy it now.", ["Yes. No.", "Buy it now."]),
        (
            "Organic oat milk, fast and free, with every single order of ours.",
            ["Organic oat milk, fast and free,", "with every single order of ours."],
        ),
        ("Donaudampfschifffahrtsgesellschaftskapitänsmütze ab heute", None),
    ],
)
def test_phrases_end_where_sentences_and_their_parts_do(text: str, wanted: list[str] | None) -> None:
    assert wanted is None or shown(said(text)) == wanted
    assert " ".join(shown(said(text))) == text


def test_a_pause_parts_what_no_sign_parts() -> None:
    first, second = said("Roasted this morning"), said("Brought to your door")
    late = tuple(word._replace(start=word.start + 3, end=word.end + 3) for word in second)
    assert shown((*first, *late)) == ["Roasted this morning", "Brought to your door"]
    one, two = phrases((*first, *late), REACH)
    assert one.end == pytest.approx(first[-1].end + REACH.stays)
    assert two.start == late[0].start


def test_a_phrase_stands_until_the_next_one_comes() -> None:
    found = phrases(said("Tired of burnt coffee? Meet the new one."), REACH)
    assert found[0].end == found[1].start


def test_scripts_without_spaces_are_counted_by_their_letters() -> None:
    words = tuple(
        Said(letter, spaced=False, start=at, end=at + 1)
        for at, letter in enumerate("每天早上新鮮烘焙的咖啡送到您家門口今天就來試")
    )
    assert all(4 <= len(text) <= 14 for text in shown(words))
    assert written(words) == "".join(shown(words))
    assert width("咖啡 ab") == 7


@given(st.lists(st.sampled_from(["a", "of", "the,", "bread.", "marvellous", "x" * 60]), min_size=1, max_size=40))
def test_every_word_is_shown_once_in_its_order_and_never_too_many(words: list[str]) -> None:
    found = phrases(said(" ".join(words)), REACH)
    assert [word.text for phrase in found for word in phrase.words] == words
    assert all(len(phrase.words) <= REACH.words for phrase in found)
    assert all(width(phrase.text) <= REACH.letters or len(phrase.words) == 1 for phrase in found)
    assert all(one.end <= after.start for one, after in pairwise(found))


def test_nothing_is_said_in_no_phrases() -> None:
    assert phrases((), REACH) == ()
