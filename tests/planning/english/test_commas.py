import pytest

from adgen_app.planning.english.commas import joins, lists_on


def around(text: str) -> tuple[list[str], list[str]]:
    before, _, ahead = text.partition(", ")
    return before.split(), ahead.replace(",", " ,").split()


@pytest.mark.parametrize(
    "text",
    [
        "treats runners, desk workers and mums",
        "handle your inbox, calendar and travel",
        "cheaper, calmer and faster than court",
    ],
)
def test_a_list_goes_on_to_its_and(text: str) -> None:
    assert lists_on(*around(text), verbal=True)


@pytest.mark.parametrize(
    "text",
    ["come to your door, flat tyres and brakes fixed", "sleep well, wakes and sings", "plants trees, no plastic"],
)
def test_another_phrase_is_no_list(text: str) -> None:
    assert not lists_on(*around(text), verbal=True)


def test_adjectives_and_places_are_joined() -> None:
    assert joins(*around("fast, beautiful websites"), listed=False)
    assert joins(*around("made in Portland, Oregon"), listed=False)
    assert not joins(*around("made in Portland, Oregon"), listed=True)
    assert not joins(*around("open in Portland, Friday"), listed=False)
