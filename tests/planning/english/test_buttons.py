import pytest

from adgen_app.domain.brief import Brief
from adgen_app.planning.english.buttons import _rows
from adgen_app.planning.writer import plan


@pytest.mark.parametrize(
    ("prompt", "buttons"),
    [
        ("Guided kayak tours on the lake, sunset paddles every Friday", {"Book your tour", "Save your spot"}),
        ("Whale watching boat trips from Reykjavik", {"Book your trip", "Save your spot"}),
        ("Boutique hotel in Lisbon with a rooftop pool", {"Book your stay", "Book your escape"}),
        ("Farm stay in Tuscany with cooking classes", {"Book your stay", "Plan your stay"}),
        ("Meditation app with 5 minute sessions", {"Get the app", "Try the app"}),
        ("Booking app for hair salons", {"Get the app", "Try the app"}),
        ("Helpdesk SaaS for growing teams, set up in 10 minutes", {"Book a demo", "See it in action"}),
        ("Industrial cleaning robots for warehouses", {"Request a quote", "Talk to our team"}),
        ("Neapolitan pizzeria in Leeds, wood fired oven", {"Book a table", "Reserve your table"}),
        ("Roof repairs and new roofs in Kent, free quotes", {"Get your free quote"}),
        ("Family dentist in Cardiff, open on Saturdays", {"Book an appointment", "Book your visit"}),
        ("Law firm for tenants, first consultation free", {"Book your consultation"}),
        ("Online watercolour course for beginners, 20 video lessons", {"Start learning", "Save your seat"}),
        ("Spanish lessons for adults in Bristol", {"Book your first lesson", "Start learning"}),
        ("Independent bookshop in York with a reading room", {"Come and browse", "Visit us today"}),
        ("Jazz festival in Ghent, three nights, 40 bands", {"Get your tickets", "Be there"}),
        ("Tech conference for data engineers in Berlin", {"Register now", "Save your seat"}),
        ("Charity that plants trees with school children", {"Donate today", "Give today"}),
        ("Food bank in Glasgow that needs volunteers", {"Volunteer today", "Lend a hand"}),
        ("Animal shelter looking for homes for 80 dogs", {"Meet them today", "Give them a home"}),
        ("Mobile dog grooming van in Sheffield", {"Book your dog in", "Meet us today"}),
        ("Podcast about the history of science", {"Listen now"}),
        ("Museum of modern art, free entry on Sundays", {"Plan your visit"}),
        ("Job board for nurses", {"Find your next job", "See the openings"}),
        ("Escape room in Prague for 2 to 6 players", {"Book your slot", "Come and play"}),
        ("Wine subscription, six bottles a month", {"Subscribe today", "Start yours today"}),
        ("Electric bikes for commuters, 80 km range", {"Find your ride", "Book a test ride"}),
        ("Estate agent in Bath, no sale no fee", {"Get a valuation", "Talk to us today"}),
        ("Interior design studio for small flats", {"Book a call", "Talk to us today"}),
        ("Children's birthday parties with a magician", {"Book your date", "Check your date"}),
        ("Running shoes made from algae foam", {"Find your pair", "Get yours today"}),
        ("3D printing service for engineers", {"Get in touch", "Request a quote"}),
    ],
)
def test_a_button_suits_what_is_sold(prompt: str, buttons: set[str]) -> None:
    assert plan(Brief(prompt=prompt)).call_to_action in buttons


def test_a_request_of_the_brief_comes_before_ours() -> None:
    assert plan(Brief(prompt="Guided kayak tours on the lake. Call us today")).call_to_action == "Call us today"


def test_a_button_is_short_and_every_row_can_be_reached() -> None:
    for row in _rows():
        assert row.words or row.said
        assert all(len(button) <= 24 for button in row.buttons)
