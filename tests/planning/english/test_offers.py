import pytest

from adgen_app.planning.english.offers import find_offers


@pytest.mark.parametrize(
    ("text", "offer"),
    [
        ("20% off your first box", "20% off your first box"),
        ("40% off all sneakers until Sunday at StepUp", "40% off all sneakers until Sunday"),
        ("up to 15 percent off", "up to 15% off"),
        ("Use code MOVE15 for 15% off", "Use code MOVE15 for 15% off"),
        ("2 for 1 croissants", "2 for 1 croissants"),
        ("buy one get one free", "buy one get one free"),
        ("Buy two, get one free until Sunday", "Buy two, get one free until Sunday"),
        ("first month free", "first month free"),
        ("First session is free", "First session is free"),
        ("free shipping on orders over $50", "free shipping on orders over $50"),
        ("packages from $1,200", "packages from $1,200"),
        ("only $19 a month", "only $19 a month"),
        ("\u00a315 an hour", "\u00a315 an hour"),
        ("$60 small dogs", "$60 small dogs"),
        ("$25 cuts", "$25 cuts"),
        ("$12 per user per month", "$12 per user per month"),
        ("20% off first clean", "20% off first clean"),
        ("3 tacos for $9", "3 tacos for $9"),
        ("10 days for \u00a320", "10 days for \u00a320"),
        ("free tiramisu for the first 50 guests", "free tiramisu for the first 50 guests"),
        ("kids eat free on Sundays", "kids eat free on Sundays"),
        ("Day pass 15 euros", "Day pass 15 euros"),
        ("fixed price 149 \u20ac", "fixed price 149 \u20ac"),
        ("trial lesson CHF 15", "trial lesson CHF 15"),
        ("First assessment \u20ac40", "First assessment \u20ac40"),
        ("first cut half price", "first cut half price"),
        ("$199 instead of $349", "$199 instead of $349"),
        ("$39.99, was $59", "$39.99, was $59"),
        ("\u00a312 per walk", "\u00a312 per walk"),
        ("seasonal menu for $29", "seasonal menu for $29"),
        ("glasses that start at $79", "from $79"),
        ("$75 for small breeds", "$75 for small breeds"),
        ("$149 flat", "$149 flat"),
        ("Launch price $59, regular $79", "Launch price $59, regular $79"),
        ("Box of 12 for $24", "Box of 12 for $24"),
        ("free 14-day trial", "free 14-day trial"),
        ("New patients get a free exam and x-rays", "New patients get a free exam and x-rays"),
        ("30% off your first three boxes with code WAKEUP", "30% off your first three boxes with code WAKEUP"),
        ("$100 off until May 1", "$100 off until May 1"),
        ("Two nights from $240", "Two nights from $240"),
        ("4 pounds a blade", "4 pounds a blade"),
        ("30 days free, then \u00a39 a month", "30 days free, then \u00a39 a month"),
        ("show this ad and get a free pickle", "free pickle"),
        ("20% off launch week", "20% off launch week"),
        ("First visit half price with a friend", "First visit half price with a friend"),
    ],
)
def test_an_offer_is_found_whole(text: str, offer: str) -> None:
    found, rest = find_offers(f"Nice things, {text}. More to come")
    assert found == [offer]
    assert offer not in rest
    assert "Nice things" in rest


def test_the_strongest_offer_comes_first() -> None:
    found, _ = find_offers("$29, free shipping, 10% off today only")
    assert [offer[:4] for offer in found] == ["10% ", "free", "$29"]


@pytest.mark.parametrize(
    "text", ["saved over $500 million", "no call out fee", "99% of chlorine", "4.9 stars", "smoke free"]
)
def test_other_figures_are_no_offers(text: str) -> None:
    assert find_offers(text) == ([], text)


def test_how_long_it_takes_is_no_part_of_the_price() -> None:
    assert find_offers("an answer within 24 hours for $39")[0] == ["$39"]


def test_a_price_that_does_something_is_no_offer() -> None:
    text = "\u00a35 feeds a family for two days"
    assert find_offers(text) == ([], text)
