import pytest

from adgen_app.planning.contact import address, find_contacts


@pytest.mark.parametrize(
    ("text", "kind", "found", "rest"),
    [
        ("Fresh bread. Order now at www.rosies.co.uk today", "web", "www.rosies.co.uk", "Fresh bread."),
        ("Book at happypaws.com", "web", "happypaws.com", ""),
        ("Yoga studio, call 555-123-4567", "phone", "555-123-4567", "Yoga studio,"),
        ("Cleaning, text 07700 900123", "phone", "07700 900123", "Cleaning,"),
        ("Email us at hi@soap.shop for more", "mail", "hi@soap.shop", ""),
        ("vintage store, instagram @fadedthreads", "handle", "@fadedthreads", "vintage store,"),
        ("Phones fixed, Main Street 12, Springfield", "street", "Main Street 12, Springfield", "Phones fixed,"),
        ("Fresh waffles, Kerkstraat 3", "street", "Kerkstraat 3", "Fresh waffles,"),
        ("Walk in. 12 High Street, Leeds", "street", "12 High Street, Leeds", "Walk in."),
    ],
)
def test_an_address_is_taken_with_the_words_around_it(text: str, kind: str, found: str, rest: str) -> None:
    (contact,), left = find_contacts(text)
    assert (contact.kind, contact.text) == (kind, found)
    assert left.replace("|", "").strip() == rest


@pytest.mark.parametrize("text", ["open 24/7", "$1,200 a week", "ages 8-12", "2.5 litres", "since 1987, 500 guests"])
def test_figures_are_no_telephone_numbers(text: str) -> None:
    assert find_contacts(text) == ([], text)


def test_one_address_is_shown_the_web_first() -> None:
    contacts, _ = find_contacts("Call 555-123-4567 or visit https://www.rosies.com/")
    assert address(contacts) == "rosies.com"


def test_a_long_address_is_cut_to_its_host() -> None:
    contacts, _ = find_contacts("https://www.example.com/products/super-blender?ref=123")
    assert address(contacts) == "example.com"


def test_no_address_is_none() -> None:
    assert address([]) is None
