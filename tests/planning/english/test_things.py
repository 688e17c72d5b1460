import pytest

from adgen_app.planning.english.things import is_thing, noun_phrase, worded


@pytest.mark.parametrize(
    ("text", "noun", "rest"),
    [
        ("vegan bakery opening Saturday", "vegan bakery", "opening Saturday"),
        ("headphones for open offices", "headphones", "for open offices"),
        ("electric bikes help commuters", "electric bikes", "help commuters"),
        ("yoga mats made of cork", "yoga mats", "made of cork"),
        ("fresh flowers delivered same day", "fresh flowers", "delivered same day"),
        ("IT support for dentists", "IT support", "for dentists"),
        ("pay nothing until you earn", "", "pay nothing until you earn"),
        ("pass first time with patient instructors", "", "pass first time with patient instructors"),
        ("rent a car by the minute", "", "rent a car by the minute"),
        ("charity 5k run in the park", "charity 5k run", "in the park"),
        ("blood donors needed in Leipzig", "blood donors", "needed in Leipzig"),
        ("sneakers hand painted by artists", "sneakers", "hand painted by artists"),
        ("2019 Honda Civic, 45,000 miles", "2019 Honda Civic", "45,000 miles"),
        ("handcrafted silver rings, each one unique", "handcrafted silver rings", "each one unique"),
    ],
)
def test_a_noun_phrase_ends_where_it_should(text: str, noun: str, rest: str) -> None:
    assert noun_phrase(text) == (noun, rest)


@pytest.mark.parametrize(
    ("noun", "trade", "words"),
    [
        ("Amazing new lavender soap", "", "lavender soap"),
        ("phones", "repair", "phone repair"),
        ("moving company", "", "moving company"),
        ("dog walking and cat sitting", "", "dog walking and cat sitting"),
        ("guitar", "lessons", "guitar lessons"),
        ("lawn mowing business", "", "lawn mowing"),
        ("vitamin C serum", "", "vitamin C serum"),
        ("refurbished iPhones", "", "refurbished iPhones"),
        ("very long premium organic lavender soy wax candles", "", "lavender soy wax candles"),
    ],
)
def test_the_thing_is_said_plainly(noun: str, trade: str, words: str) -> None:
    assert worded(noun, trade) == words


@pytest.mark.parametrize("phrase", ["two hours", "cheaper", "yes", "bringing your old bike", "better"])
def test_not_every_phrase_can_be_sold(phrase: str) -> None:
    assert not is_thing(phrase)


@pytest.mark.parametrize("phrase", ["soap", "training shoes", "2 hour massage", "Super glue", "water", "one canvas"])
def test_a_thing_can_be_sold(phrase: str) -> None:
    assert is_thing(phrase)
