"""Who may send which event: everybody can call every handler, so every handler asks."""

import inspect
from typing import Any

import pytest
from reflex.event import EventHandler

from adgen_app import security
from adgen_app.domain.account import Account
from adgen_app.domain.generation import Status
from adgen_app.errors import AdGenError
from adgen_app.services import accounts, generations
from adgen_app.session import SESSION_COOKIE
from adgen_app.ui.entry import EntryState
from adgen_app.ui.state import LoginNeeded, SessionState, cookie_value
from tests.api import serving
from tests.ui.tabs import Tab, handlers, states

FOR_EVERYONE = {"SessionState.greet", "EntryState.read"}
"""What a visitor may do; everything else needs a session."""

GUARDED = {name: handler for name, handler in handlers().items() if name not in FOR_EVERYONE}
SECRET = "Saffron from a hidden valley"
ARGUMENTS: dict[object, Any] = {
    str: "x" * 20,
    "list": [],
    "dict[str, Any]": {"prompt": "Soy candles that smell of forest", "q": "Saffron"},
}

each_guarded = pytest.mark.parametrize("handler", GUARDED.values(), ids=GUARDED)


def arguments(handler: EventHandler) -> list[Any]:
    _, *parameters = inspect.signature(handler.fn).parameters.values()
    return [ARGUMENTS.get(_kind(each.annotation), ARGUMENTS["dict[str, Any]"]) for each in parameters]


def _kind(annotation: object) -> object:
    return str if annotation in (str, "str") else "list" if str(annotation).startswith("list[") else annotation


def test_the_list_of_handlers_is_the_real_one() -> None:
    assert {"SessionState.greet", "AdState.watch", "AdState.delete", "CreateState.submit"} <= handlers().keys()
    assert len(GUARDED) >= 15
    assert handlers().keys() >= FOR_EVERYONE


def test_nothing_is_set_by_name() -> None:
    assert not [(state, name) for state in states() for name in vars(state) if name.startswith("set_")]


@each_guarded
async def test_no_handler_works_without_a_session(handler: EventHandler, sqlite_database: str) -> None:
    tab = Tab(at="/ads/7f0c?q=soy+candles")
    with pytest.raises(LoginNeeded) as refused:
        await tab.send(handler, *arguments(handler))
    assert refused.value.login_page == "/login?next=%2Fads%2F7f0c%3Fq%3Dsoy%2Bcandles"


@each_guarded
async def test_no_handler_works_with_a_session_that_has_ended(
    handler: EventHandler, sqlite_database: str, token: str
) -> None:
    tab = Tab(token, at="/gallery")
    accounts.log_out(token)
    with pytest.raises(LoginNeeded):
        await tab.send(handler, *arguments(handler))


@each_guarded
@pytest.mark.parametrize("status", [Status.COMPLETED, Status.PROCESSING, Status.FAILED])
async def test_no_handler_shows_or_changes_the_ad_of_somebody_else(
    status: Status, handler: EventHandler, sqlite_database: str, user: Account, other_user: Account
) -> None:
    theirs = serving.put(other_user, SECRET, status)
    before = generations.get(other_user.id, theirs)
    for at in (f"/ads/{theirs}", f"/create?from={theirs}", "/gallery?q=Saffron"):
        tab = Tab(security.session_token(user.id, 0), at=at)
        try:
            led = repr(await tab.send(handler, *arguments(handler)))
        except AdGenError as refused:
            led = str(refused)
        assert SECRET not in tab.shows() + led
        assert "Saffron from" not in tab.shows() + led
        assert "?token=" not in tab.shows() + led
    assert generations.get(other_user.id, theirs) == before
    assert generations.page(other_user.id).total == 1


async def test_a_page_knows_who_is_there(sqlite_database: str, tab: Tab) -> None:
    await tab.send(SessionState.greet)
    assert tab.state(SessionState).username == "maya"


async def test_a_visitor_may_look_at_the_open_pages(sqlite_database: str) -> None:
    tab = Tab()
    for handler in FOR_EVERYONE:
        await tab.send(handlers()[handler])
    assert tab.state(SessionState).username == ""


async def test_the_session_is_not_told_to_scripts(sqlite_database: str, tab: Tab, token: str) -> None:
    await tab.send(SessionState.greet)
    assert "maya" in tab.shows()
    assert token not in tab.shows()


async def test_the_next_user_of_a_tab_finds_nothing_of_the_last_one(
    sqlite_database: str, user: Account, other_user: Account
) -> None:
    serving.put(user, SECRET)
    tab = Tab(security.session_token(user.id, 0), at="/gallery")
    for name in ("GalleryState.load", "CreateState.load"):
        await tab.send(handlers()[name])
    await tab.send(handlers()["DraftState.type_prompt"], "A prompt of mine")
    assert SECRET in tab.shows()
    assert "A prompt of mine" in tab.shows()
    tab.token = ""
    tab.go("/")
    await tab.send(SessionState.greet)
    assert SECRET not in tab.shows()
    assert "A prompt of mine" not in tab.shows()


async def test_another_user_in_the_same_tab_starts_afresh(
    sqlite_database: str, user: Account, other_user: Account
) -> None:
    serving.put(user, SECRET)
    tab = Tab(security.session_token(user.id, 0), at="/gallery")
    await tab.send(handlers()["GalleryState.load"])
    tab.token = security.session_token(other_user.id, 0)
    tab.go("/create")
    await tab.send(handlers()["CreateState.load"])
    assert "noor" in tab.shows()
    assert SECRET not in tab.shows()


async def test_what_was_typed_outlives_the_session(sqlite_database: str, tab: Tab, token: str, user: Account) -> None:
    tab.go("/create")
    typed = handlers()["DraftState.type_prompt"]
    await tab.send(typed, "A prompt that took some thought")
    accounts.log_out(token)
    with pytest.raises(LoginNeeded):
        await tab.send(typed, "A prompt that took some thought.")
    tab.go("/login?next=%2Fcreate")
    await tab.send(EntryState.read)
    tab.token = security.session_token(user.id, 0)
    tab.go("/create")
    await tab.send(handlers()["CreateState.load"])
    assert "A prompt that took some thought" in tab.shows()


@pytest.mark.parametrize(
    ("header", "token"),
    [
        (f"{SESSION_COOKIE}=abc.def-_", "abc.def-_"),
        (f"a=b; {SESSION_COOKIE}=abc; c=d", "abc"),
        (f'theme="dark"; {SESSION_COOKIE}=abc', "abc"),
        ("a=b", ""),
        ("", ""),
        ("\x00;;=", ""),
    ],
)
def test_the_session_is_found_among_other_cookies(header: str, token: str) -> None:
    assert cookie_value(header) == token
