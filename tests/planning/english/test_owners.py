import pytest

from adgen_app.planning.english.owners import owned


@pytest.mark.parametrize(
    ("text", "thing", "trade"),
    [
        ("I sell handmade soap on etsy", "handmade soap on etsy", ""),
        ("we are a family-run restaurant", "family-run restaurant", ""),
        ("We fix phones in 30 minutes", "phones in 30 minutes", "repair"),
        ("looking for people to join my bootcamp", "bootcamp", ""),
        ("My new bakery", "bakery", ""),
        ("My sister grooms dogs in a van", "dogs in a van", "grooming"),
        ("Two brothers roasting nuts in Ghent", "nuts in Ghent", ""),
        ("our family has made umbrellas in Naples", "umbrellas in Naples", ""),
        ("Our family bakery in Leeds", "family bakery in Leeds", ""),
        ("Grandad sharpens knives and scissors", "knives and scissors", "sharpening"),
        ("We fit and repair stairlifts", "stairlifts", "installation and repair"),
        ("I'm a carpenter in Asheville and I make cribs", "cribs", ""),
        ("We are a small team of nurses", "nurses", ""),
        ("Hire a llama for your wedding", "llama for your wedding", "hire"),
        ("I teach adults to swim", "swimming for adults", "lessons"),
        ("we open our barn near Kendal for a flea market", "flea market", ""),
        ("we turn old photos into a digital album", "digital album, from old photos", ""),
        ("Need a hand with your tax return", "tax return", ""),
    ],
)
def test_the_owner_steps_back(text: str, thing: str, trade: str) -> None:
    assert owned(text) == (thing, trade)
