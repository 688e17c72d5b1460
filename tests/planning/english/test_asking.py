import pytest

from adgen_app.planning.english.asking import ask_from, asked_for


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Fresh bread daily. Come and visit us!", "Come and visit us"),
        ("Great bikes. Book a test ride", "Book a test ride"),
        ("Hair salon. Book online.", "Book online"),
        ("QuickCar. Download the app and get going", "Download the app"),
        ("Vegan cheese. Ask for it at your deli.", "Ask for it at your deli"),
        ("Flowers, order before 2pm", "Order before 2pm"),
    ],
)
def test_a_short_request_is_the_call_to_action(text: str, asked: str) -> None:
    found, rest = asked_for(text)
    assert found == asked
    assert asked.lower() not in rest.lower()


@pytest.mark.parametrize(
    "text",
    [
        "Get paid faster",
        "Call out fee included",
        "Book club for busy readers",
        "Order your bespoke handmade oak dining table from us this spring",
    ],
)
def test_a_benefit_is_no_request(text: str) -> None:
    assert asked_for(text) == (None, text)


def test_the_words_before_an_address_ask_too() -> None:
    assert ask_from("Order now at") == "Order now"
    assert ask_from("call") == "Call us today"
    assert ask_from("") is None
