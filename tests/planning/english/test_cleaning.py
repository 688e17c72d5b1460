import pytest

from adgen_app.planning.english.cleaning import clean


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("all natural n smells amazing", "all natural and smells amazing"),
        ("its all natural", "it's all natural"),
        ("BEST PIZZA IN TOWN! CALL US NOW", "Best pizza in town! Call us now"),
        ("Handmade Leather Wallets For Men", "Handmade leather wallets for men"),
        ("free delivery w/ every box, u choose", "free delivery with every box, you choose"),
        ("open monday in leeds", "open Monday in Leeds"),
        ("Great coffee!!!", "Great coffee!"),
        ("presents 'A Winter's Tale', tonight", "presents \u201cA Winter's Tale\u201d, tonight"),
        ("every morning in hyde park", "every morning in Hyde Park"),
        ("FreshBrew makes coffee", "FreshBrew makes coffee"),
        ("Guitar lessons for adults who think it's too late to start, in Leeds", "Guitar lessons, in Leeds"),
        ("Ember & Oak sells coffee & tea", "Ember & Oak sells coffee and tea"),
        ("the CRM for teams and founders", "the CRM for teams and founders"),
    ],
)
def test_typing_habits_are_undone(typed: str, meant: str) -> None:
    assert clean(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "soap \U0001f331 candles",
        "soap - candles",
        "soap \u2022 candles",
        "soap <br> candles",
        "soap / candles",
        "soap (candles)",
        "soap :) candles",
        "soap \u2014 candles",
    ],
)
def test_decoration_ends_a_phrase(typed: str) -> None:
    assert [part.strip() for part in clean(typed).split("|") if part.strip()] == ["soap", "candles"]


def test_hyphens_within_words_stay() -> None:
    assert clean("noise-cancelling, 8-12 years") == "noise-cancelling, 8-12 years"
