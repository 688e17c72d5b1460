"""What the login and register pages are sent back with."""

import pytest

from adgen_app import security
from adgen_app.ui.entry import EntryState
from tests.ui.tabs import Tab, led_to


async def test_what_was_typed_and_what_was_wrong_come_back(sqlite_database: str) -> None:
    said = security.notice_token("Username or password is wrong.")
    tab = Tab(at=f"/login?error={said}&username=maya&next=%2Fgallery%3Fq%3Dsoap")
    (leads,) = await tab.send(EntryState.read)
    assert "ref_password" in str(leads)
    state = tab.state(EntryState)
    assert (state.error, state.typed_name, state.back) == ("Username or password is wrong.", "maya", "/gallery?q=soap")


async def test_nobody_puts_words_into_our_mouth(sqlite_database: str) -> None:
    tab = Tab(at="/login?error=Your+account+is+blocked,+call+0800")
    await tab.send(EntryState.read)
    assert tab.state(EntryState).error == ""


async def test_long_addresses_are_cut(sqlite_database: str) -> None:
    tab = Tab(at=f"/register?username={'u' * 9000}&email={'e' * 9000}&next=/{'n' * 9000}")
    await tab.send(EntryState.read)
    state = tab.state(EntryState)
    assert (len(state.typed_name), len(state.email), len(state.back)) == (50, 255, 500)


@pytest.mark.parametrize(
    ("asked", "where"),
    [
        ("", "/create"),
        ("?next=%2Fgallery%3Fq%3Dsoap", "/gallery?q=soap"),
        ("?next=https%3A%2F%2Fevil.example", "/create"),
    ],
)
async def test_whoever_is_logged_in_is_led_on(asked: str, where: str, sqlite_database: str, tab: Tab) -> None:
    tab.go(f"/login{asked}")
    assert led_to(await tab.send(EntryState.read)) == where
