from adgen_app.planning.english.clauses import clauses
from adgen_app.planning.english.sorting import Sorted, sort_clauses


def sorted_out(text: str) -> Sorted:
    return sort_clauses(clauses(text, lead=True))


def test_people_are_the_audience_things_the_use() -> None:
    assert sorted_out("for busy parents").audience == "busy parents"
    assert sorted_out("for open offices").use == "open offices"
    assert sorted_out("perfect for new mothers").audience == "new mothers"


def test_whom_it_helps_is_the_audience_what_to_do_a_promise() -> None:
    found = sorted_out("that helps freelancers send invoices in seconds and get paid faster")
    assert found.audience == "freelancers"
    assert found.features == ["Send invoices in seconds", "Get paid faster"]


def test_people_who_are_doing_something_are_people() -> None:
    found = sorted_out("who helps women returning to work after kids find their confidence")
    assert found.audience == "women returning to work after kids"
    assert found.features == ["Find your confidence"]


def test_a_trouble_belongs_to_whom_it_is_for() -> None:
    assert sorted_out("for families with allergies").audience == "families with allergies"
    assert sorted_out("for beginners with certified tutors").audience == "beginners"


def test_what_people_need_is_not_whom_it_is_for() -> None:
    found = sorted_out("for refugees needs volunteers in the evenings")
    assert (found.audience, found.features) == ("refugees", ["Needs volunteers in the evenings"])


def test_people_that_it_is_done_with_are_named() -> None:
    assert sorted_out("with refugees").features == ["With refugees"]
    assert sorted_out("with native tutors").features == ["Native tutors"]


def test_what_is_denied_is_not_turned_round() -> None:
    found = sorted_out("not for the faint of heart")
    assert (found.use, found.features) == (None, ["Not for the faint of heart"])


def test_what_people_are_in_tells_who_they_are() -> None:
    assert sorted_out("for millennials drowning in student debt").audience == "millennials drowning in student debt"


def test_what_can_be_done_there_is_a_promise() -> None:
    assert sorted_out("where you build a city").features == ["Build a city"]


def test_what_is_excepted_is_not_promised() -> None:
    assert sorted_out("with everything but water").features == ["Everything but water"]


def test_enough_says_for_what() -> None:
    assert sorted_out("quiet enough for Sunday mornings").features == ["Quiet enough for Sunday mornings"]


def test_a_price_is_no_use() -> None:
    found = sorted_out("for a flat monthly fee")
    assert (found.use, found.features) == (None, ["For a flat monthly fee"])


def test_a_month_is_no_place() -> None:
    assert sorted_out("places free from January").where is None


def test_a_day_is_no_place() -> None:
    found = sorted_out("in Riverside Park on May 12")
    assert found.where == "in Riverside Park"
    assert found.features == ["On May 12"]


def test_what_it_is_kind_to_stays_with_it() -> None:
    assert sorted_out("gentle on skin").features == ["Gentle on skin"]


def test_a_town_is_the_place_the_rest_a_promise() -> None:
    found = sorted_out("in Leeds 24/7 no call out fee")
    assert found.where == "in Leeds"
    assert found.features == ["24/7", "No call out fee"]


def test_nothing_is_promised_twice() -> None:
    assert sorted_out("soft, warm and soft").features.count("Soft") == 1


def test_without_something_is_a_promise() -> None:
    assert "No plastic" in sorted_out("without plastic").features
    assert "Without the crash" in sorted_out("without the crash").features
