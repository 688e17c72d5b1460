import pytest

from adgen_app.planning.trade import topic_of, trade_of


@pytest.mark.parametrize(
    ("noun", "text", "trade", "category"),
    [
        ("noise-cancelling headphones", "for open offices", "headphones", "electronics"),
        ("lavender soy candles", "perfect gift for mom", "candles", "home"),
        ("handmade leather dog collars", "engraved", "dogs", "pets"),
        ("front door painting", "in a day", "painter", "trades"),
        ("kimchi toasties", "show this ad", "food", "food"),
        ("bamboo toothbrushes", "by post", "dental", "health"),
        ("", "tally says it in plain english", "general", "general"),
        ("mobile bike repair", "flat tyres fixed", "bikerepair", "trades"),
        ("meal-planning app", "for families", "mealkit", "food"),
        ("coffee truck", "great coffee", "coffee", "food"),
        ("resume builder", "AI powered", "career", "software"),
        ("vegan bakery", "croissants", "bakery", "food"),
        ("meditation app", "guided sessions", "yoga", "fitness"),
        ("", "mens watches", "watches", "jewellery"),
        ("thingamajig", "whatever it may be", "general", "general"),
    ],
)
def test_what_is_sold_decides(noun: str, text: str, trade: str, category: str) -> None:
    found = trade_of(noun, text)
    assert (found.name, found.category) == (trade, category)


def test_an_app_is_about_what_it_is_used_for() -> None:
    text = "our app reminds you to water your plants"
    assert topic_of(trade_of("app", text), text) == "plants"
    assert trade_of("app", "our app reminds you").category == "software"
    assert topic_of(trade_of("app", "our app"), "our app") == ""


def test_a_kit_is_about_what_it_is_for() -> None:
    assert trade_of("sneaker cleaning kit", "").name == "cleaning"


def test_those_who_ask_for_help_sell_nothing() -> None:
    assert trade_of("food bank", "food bank of Leeds").name == "causes"
