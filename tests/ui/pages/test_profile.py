"""The profile, event by event."""

import pytest

from adgen_app import security
from adgen_app.domain.account import Account
from adgen_app.domain.brief import Brief
from adgen_app.services import accounts, generations, progress
from adgen_app.ui.pages.profile import ProfileState
from tests.api import serving
from tests.ui.tabs import Tab, led_to


async def shown(tab: Tab, at: str = "/profile") -> ProfileState:
    tab.go(at)
    await tab.send(ProfileState.load)
    return tab.state(ProfileState)


async def test_a_new_account_has_nothing_yet(sqlite_database: str, tab: Tab) -> None:
    state = await shown(tab)
    assert (state.username, state.email) == ("maya", "maya@example.com")
    assert (state.total, state.cost, state.rate, state.last) == (0, "$0.00", "no ads yet", "never")
    assert len(state.since.split()) == 3


async def test_numbers_are_those_of_the_ads(sqlite_database: str, tab: Tab, user: Account, password: str) -> None:
    accounts.log_in("maya", password, "here")
    ads = [generations.start(user.id, Brief(prompt=serving.PROMPT)).id for _ in range(3)]
    for ad in ads:
        progress.begin(ad)
    for ad in ads[:2]:
        progress.fail(ad, "The studio could not cut this ad.")
    serving.put(user)
    state = await shown(tab)
    assert state.rate == "33%"
    assert state.last == state.since
    assert state.last_time.endswith(" UTC")


async def test_what_became_of_a_form_is_told(sqlite_database: str, tab: Tab) -> None:
    said = security.notice_token("That is not your current password.")
    assert (await shown(tab, f"/profile?error={said}")).problem == "That is not your current password."


async def test_what_is_done_is_told_once(sqlite_database: str, tab: Tab) -> None:
    tab.go("/profile?done=password")
    ((told, leads),) = await tab.send(ProfileState.load)
    assert "Your password is changed." in str(told.args)
    assert led_to([leads]) == "/profile"
    tab.go("/profile")
    assert await tab.send(ProfileState.load) == [[]]


async def test_what_was_wrong_with_a_farewell_is_told_where_it_was_said(sqlite_database: str, tab: Tab) -> None:
    said = security.notice_token("That is not your password.")
    assert (await shown(tab, f"/profile?error={said}&at=delete")).leaving
    assert not (await shown(tab, f"/profile?error={said}")).leaving
    assert not (await shown(tab, "/profile?at=delete")).leaving


@pytest.mark.parametrize("asked", ["error=Call+0800+1234", "done=%3Cb%3E", "error=", "done=nothing"])
async def test_nobody_puts_words_into_our_mouth(asked: str, sqlite_database: str, tab: Tab) -> None:
    tab.go(f"/profile?{asked}")
    assert await tab.send(ProfileState.load) == [[]]
    assert tab.state(ProfileState).problem == ""
