"""A server, a browser, people who use it."""

import shutil
from collections.abc import Iterator
from itertools import count

import pytest
from playwright.sync_api import Browser, sync_playwright

from adgen_app import security
from tests.ui.journeys.people import Person, come_in, person, register
from tests.ui.journeys.serving import served
from tests.ui.journeys.showroom import Showroom, furnish, inside

_numbers = count(1)


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(tmp_path_factory.mktemp("served")) as running:
        yield running


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """No longer than a module: until it is closed, Playwright's event loop is in the way of asynchronous tests."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    assert program, "Chromium is missing: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visitor(chromium: Browser, address: str) -> Iterator[Person]:
    """Someone without an account; what the console complains of fails the test."""
    with person(chromium, address, "") as someone:
        yield someone
    assert someone.complaints == []


@pytest.fixture
def member(chromium: Browser, address: str) -> Iterator[Person]:
    """Someone who has just opened an account."""
    with person(chromium, address, f"member{next(_numbers)}") as someone:
        register(someone)
        yield someone
    assert someone.complaints == []


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Showroom]:
    """A server over ads in every state, of which none moves by itself."""
    folder = tmp_path_factory.mktemp("showroom")
    with inside(folder):
        owner, ads = furnish()
        token = security.session_token(owner.id, 0)
    with served(folder, ADGEN_EMBEDDED_ENGINE="false") as running:
        yield Showroom(folder, running, owner, token, ads)


@pytest.fixture
def showroom(furnished: Showroom) -> Iterator[Showroom]:
    """The same, with this process at its database too."""
    with inside(furnished.folder):
        yield furnished


@pytest.fixture
def owner(chromium: Browser, showroom: Showroom) -> Iterator[Person]:
    """Whose ads they are, logged in."""
    with person(chromium, showroom.address, showroom.owner.username) as someone:
        come_in(someone, showroom.session)
        yield someone
    assert someone.complaints == []
