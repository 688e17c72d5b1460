"""The gallery, event by event."""

import pytest

from adgen_app.domain.account import Account
from adgen_app.domain.generation import Status
from adgen_app.ui.pages.gallery import PER_PAGE, GalleryState, page_number
from tests.api import serving
from tests.ui.tabs import Tab, led_to


async def shown(tab: Tab, at: str) -> list[str]:
    tab.go(at)
    await tab.send(GalleryState.load)
    return [card.prompt for card in tab.state(GalleryState).ads]


@pytest.fixture
def three(user: Account) -> None:
    serving.put(user, "Soy candles that smell of forest", age=2)
    serving.put(user, "A running app for 100% beginners", Status.FAILED, age=1)
    serving.put(user, "Beeswax Candles from the Alps", Status.CANCELLED)


async def test_all_ads_newest_first(sqlite_database: str, tab: Tab, three: None) -> None:
    found = await shown(tab, "/gallery")
    assert [each.split()[0] for each in found] == ["Beeswax", "A", "Soy"]
    assert [card.status_word for card in tab.state(GalleryState).ads] == ["Cancelled", "Failed", "Done"]


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("q=candles", ["Beeswax", "Soy"]),
        ("q=CANDLES", ["Beeswax", "Soy"]),
        ("q=100%25", ["A"]),
        ("q=_", []),
        ("status=failed", ["A"]),
        ("status=cancelled&q=candles", ["Beeswax"]),
        ("status=nonsense", ["Beeswax", "A", "Soy"]),
        ("q=%3Cscript%3E", []),
        ("q=%00", ["Beeswax", "A", "Soy"]),
    ],
)
async def test_the_address_says_what_is_shown(
    asked: str, words: list[str], sqlite_database: str, tab: Tab, three: None
) -> None:
    assert [each.split()[0] for each in await shown(tab, f"/gallery?{asked}")] == words


async def test_searching_goes_by_the_address_and_keeps_the_status(sqlite_database: str, tab: Tab, three: None) -> None:
    await shown(tab, "/gallery?status=failed&page=2")
    assert (
        led_to(await tab.send(GalleryState.search, {"q": " soy & candles "}))
        == "/gallery?q=soy+%26+candles&status=failed"
    )
    assert led_to(await tab.send(GalleryState.search, {})) == "/gallery?status=failed"


async def test_the_box_is_renewed_by_an_address_but_not_by_what_is_typed_into_it(
    sqlite_database: str, tab: Tab, three: None
) -> None:
    await shown(tab, "/gallery?q=soy")
    box = tab.state(GalleryState).box
    led = led_to(await tab.send(GalleryState.search, {"q": " candles "}))
    await shown(tab, led)
    assert tab.state(GalleryState).box == box, "the cursor stays where it is"
    await shown(tab, "/gallery?q=soy")
    assert tab.state(GalleryState).box == box + 1


async def test_a_status_goes_by_the_address_and_keeps_the_search(sqlite_database: str, tab: Tab, three: None) -> None:
    await shown(tab, "/gallery?q=candles")
    assert led_to(await tab.send(GalleryState.choose, "cancelled")) == "/gallery?q=candles&status=cancelled"
    assert led_to(await tab.send(GalleryState.choose, "")) == "/gallery?q=candles"


async def test_pages(sqlite_database: str, tab: Tab, user: Account) -> None:
    for age in range(PER_PAGE + 1):
        serving.put(user, f"An ad that is {age} minutes old", Status.FAILED, age=age)
    state = tab.state(GalleryState)
    assert len(await shown(tab, "/gallery?status=failed")) == PER_PAGE
    assert (state.total, state.number, state.pages) == (PER_PAGE + 1, 1, 2)
    assert state.after == "/gallery?status=failed&page=2"
    assert await shown(tab, state.after) == [f"An ad that is {PER_PAGE} minutes old"]
    assert state.before == "/gallery?status=failed"
    assert await shown(tab, "/gallery?page=99") == [f"An ad that is {PER_PAGE} minutes old"]
    assert state.number == 2


async def test_an_empty_gallery_is_told_from_a_search_without_a_find(sqlite_database: str, tab: Tab) -> None:
    state = tab.state(GalleryState)
    assert await shown(tab, "/gallery") == []
    assert (state.loaded, state.searching) == (True, False)
    assert await shown(tab, "/gallery?q=soap") == []
    assert state.searching


@pytest.mark.parametrize(
    ("asked", "number"),
    [("", 1), ("1", 1), ("7", 7), ("0", 1), ("-1", 1), ("x", 1), ("1.5", 1), ("\u0663", 1), ("9" * 40, 1)],
)
def test_page_numbers_that_can_not_be_are_the_first(asked: str, number: int) -> None:
    assert page_number(asked) == number
