from adgen_app.domain.brief import Brief
from adgen_app.planning.choice import Dice
from adgen_app.planning.english.piles import piles
from adgen_app.planning.english.reader import read
from adgen_app.planning.piles import Piles
from tests.planning.briefs import BAKERY, CABLES, COFFEE, PLUMBER


def sorted_lines(brief: Brief) -> Piles:
    return piles(read(brief), Dice(brief.prompt))


def test_the_briefs_own_trouble_opens_the_ad() -> None:
    assert sorted_lines(CABLES).hooks[0] == "Tired of tangled cables?"


def test_a_service_asks_who_needs_it() -> None:
    assert sorted_lines(PLUMBER).hooks[0] == "Need a plumber in Leeds?"


def test_something_new_says_where() -> None:
    assert sorted_lines(BAKERY).hooks[0] == "New on Main Street"
    assert sorted_lines(BAKERY).call_to_action == "See you Saturday"


def test_the_tagline_says_what_a_name_does_not() -> None:
    assert sorted_lines(COFFEE).tagline == "Subscription coffee service"
    assert sorted_lines(PLUMBER).tagline is None


def test_children_are_not_called() -> None:
    hooks = sorted_lines(Brief(prompt="Wooden toy blocks for toddlers, non-toxic paint")).hooks
    assert not any("toddlers" in hook for hook in hooks)


def test_a_price_goes_with_a_gift() -> None:
    assert sorted_lines(Brief(prompt="Silk scarves, $29, free shipping")).offers[0] == "$29 + free shipping"


def test_what_is_free_first_comes_before_what_it_costs_then() -> None:
    lines = sorted_lines(Brief(prompt="Mobile knife sharpener, $5 a blade, first blade free"))
    assert lines.offers[0] == "First blade free, then $5 a blade"


def test_the_place_is_said_once() -> None:
    lines = sorted_lines(PLUMBER)
    assert lines.address is None
    assert not any("Leeds" in line for line in lines.promises)


def test_a_place_that_stands_as_the_address_is_no_promise() -> None:
    lines = sorted_lines(Brief(prompt="Summer jazz festival on the harbour, three stages"))
    assert lines.address == "On the harbour"
    assert "On the harbour" not in lines.promises


def test_whom_the_ad_called_is_not_told_again_whom_it_is_for() -> None:
    lines = sorted_lines(Brief(prompt="Boxing gym for women in Manchester, first class free"))
    assert any("women" in hook for hook in lines.hooks[:2])
    assert "For women" not in lines.promises
    troubled = sorted_lines(Brief(prompt="Tired of crowded gyms? Boxing gym for women in Manchester"))
    assert "For women" in troubled.promises


def test_an_offer_has_a_shorter_wording_for_a_smaller_place() -> None:
    patients = sorted_lines(Brief(prompt="Dentist in Austin. New patients get a free exam and x-rays."))
    assert patients.offers == ["New patients get a free exam and x-rays", "Free exam and x-rays"]
    coded = sorted_lines(Brief(prompt="Coffee by post. 30% off your first three boxes with code WAKEUP."))
    assert coded.offers[1] == "30% off your first three boxes"
    assert sorted_lines(Brief(prompt="Camping stove, $59 instead of $79.")).offers == ["$59 instead of $79", "$59"]
