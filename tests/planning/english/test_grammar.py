import pytest

from adgen_app.planning.english import grammar


@pytest.mark.parametrize(
    ("verb", "third", "ing"),
    [
        ("help", "helps", "helping"),
        ("lose", "loses", "losing"),
        ("run", "runs", "running"),
        ("dry", "dries", "drying"),
        ("wash", "washes", "washing"),
        ("stay", "stays", "staying"),
        ("clean", "cleans", "cleaning"),
        ("forget", "forgets", "forgetting"),
    ],
)
def test_verbs_are_inflected(verb: str, third: str, ing: str) -> None:
    assert grammar.third_person(verb) == third
    assert grammar.gerund(verb) == ing


@pytest.mark.parametrize(
    "phrase",
    [
        "busy parents",
        "women over 40",
        "first time buyers",
        "dog lovers",
        "gamers and students",
        "people who hate cooking",
    ],
)
def test_people_are_told(phrase: str) -> None:
    assert grammar.is_people(phrase)


@pytest.mark.parametrize(
    "phrase", ["open offices", "sensitive skin", "wedding flowers", "24 hours", "your desk", "speakers"]
)
def test_things_are_no_people(phrase: str) -> None:
    assert not grammar.is_people(phrase)


@pytest.mark.parametrize(
    ("phrase", "with_article"),
    [
        ("plumber", "a plumber"),
        ("electrician", "an electrician"),
        ("hour of calm", "an hour of calm"),
        ("unicorn", "a unicorn"),
        ("e-bike", "an e-bike"),
        ("HR system", "an HR system"),
        ("Russian salad", "a Russian salad"),
    ],
)
def test_the_article_follows_the_sound(phrase: str, with_article: str) -> None:
    assert grammar.an(phrase) == with_article


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("knives", "knife"),
        ("shelves", "shelf"),
        ("gloves", "glove"),
        ("bikes", "bike"),
        ("houses", "house"),
        ("phones", "phone"),
        ("bodies", "body"),
        ("watches", "watch"),
        ("glass", "glass"),
    ],
)
def test_plurals_become_one(plural: str, one: str) -> None:
    assert grammar.singular(plural) == one


def test_a_plural_noun_is_no_verb() -> None:
    assert grammar.is_surely_verb("smells")
    assert not grammar.is_surely_verb("drinks")
    assert grammar.ends_noun("help", "bikes")
    assert not grammar.ends_noun("help", "self")
