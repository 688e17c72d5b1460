import pytest

from adgen_app.planning.english.identity import identify


@pytest.mark.parametrize(
    ("sentence", "name", "noun"),
    [
        ("FreshBrew is a subscription coffee service that delivers beans", "FreshBrew", "subscription coffee service"),
        ("My bakery Rosie's in York bakes fresh sourdough", "Rosie's", "bakery"),
        ("The Daily Grind coffee truck", "The Daily Grind", "coffee truck"),
        ("Our winery makes crisp white wines from the valley", None, "crisp white wines"),
        ("Etsy shop for personalised wedding signs", None, "personalised wedding signs"),
        ("My Etsy shop sells custom pet portraits", None, "custom pet portraits"),
        ("More calls, more walk-ins", None, ""),
        ("New menu at Kobo Ramen", "Kobo Ramen", "menu"),
        ("Yoga studio for beginners", None, "yoga studio"),
        ("Beautiful handmade quilts by Grandma Jo", "Grandma Jo", "handmade quilts"),
        ("Get fit at home with KettleKing adjustable kettlebells", "KettleKing", "adjustable kettlebells"),
    ],
)
def test_a_sentence_says_who_sells_what(sentence: str, name: str | None, noun: str) -> None:
    identity = identify(sentence)
    assert (identity.name, identity.noun) == (name, noun)
