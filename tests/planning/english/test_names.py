import pytest

from adgen_app.planning.english import names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("my bakery called Rosie's in York", "Rosie's"),
        ("an energy drink called VoltUp", "VoltUp"),
        ("Introducing GlowSerum, a vitamin C serum", "GlowSerum"),
        ("We're BrightBooks, accountants for freelancers", "BrightBooks"),
        ('Our restaurant "La Piazza" serves pizza', "La Piazza"),
        ("I'm Sara, a life coach", "Sara"),
        ("a lamp named lumo", "Lumo"),
    ],
)
def test_a_name_that_is_given_is_taken(text: str, name: str) -> None:
    assert names.spelled_name(text)[0] == name


def test_a_word_before_a_colon_is_a_name_unless_it_means_something() -> None:
    assert names.spelled_name(names.introduced("Volt: electrolyte powder for runners"))[0] == "Volt"
    for text in ("Plumber: fast, fair", "Coffee: roasted daily", "Sale: everything must go", "New: a lamp"):
        assert names.introduced(text) == text


def test_a_cat_that_is_named_is_not_for_sale() -> None:
    assert names.spelled_name("rare books, a fire and a cat named Yeats")[0] is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("FreshBrew is a coffee service", "FreshBrew"),
        ("Zenly helps stressed people fall asleep", "Zenly"),
        ("lumo is a lamp that dims itself", "Lumo"),
        ("This is a lamp", None),
        ("Our candles are hand poured", None),
        ("Everything is handmade", None),
    ],
)
def test_who_is_or_does_something_has_a_name(text: str, name: str | None) -> None:
    assert names.subject_name(text)[0] == name


def test_capitals_before_the_thing_are_a_name() -> None:
    assert names.leading_name("The Daily Grind coffee truck") == ("The Daily Grind", "coffee truck")
    assert names.leading_name("HydroKeep water bottle") == ("HydroKeep", "water bottle")
    assert names.leading_name("Black Friday sale")[0] is None
    assert names.leading_name("Plumber in Leeds")[0] is None


def test_a_name_stands_within_or_after_the_thing() -> None:
    assert names.name_within("bakery Rosie's") == ("Rosie's", "bakery")
    assert names.name_within("Happy Paws") == ("Happy Paws", "")
    assert names.name_within("Noise-cancelling headphones")[0] is None
    assert names.name_at("fresh bread at Rosie's")[0] == "Rosie's"
    assert names.name_at("a stall at Old Mill Street")[0] is None
    assert names.name_with("Upgrade your sleep with CloudNine mattresses") == (
        "CloudNine",
        " mattresses",
        "Upgrade your sleep",
    )
