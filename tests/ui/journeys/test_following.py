"""An ad's page while others work on the ad: it follows, whatever happens to the server or the session."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from adgen_app import security
from adgen_app.domain.generation import GenerationId
from adgen_app.services import accounts, generations, progress
from tests.conftest import PASSWORD, free_port
from tests.ui.journeys.people import Person, come_in, person
from tests.ui.journeys.serving import served
from tests.ui.journeys.showroom import FAILURE, Showroom, planned

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture
def ad(showroom: Showroom) -> Iterator[GenerationId]:
    """An ad that waits."""
    ad = showroom.start("Soy candles that are followed")
    yield ad
    generations.delete(showroom.owner.id, ad)


def opened(someone: Person, ad: GenerationId) -> Page:
    """Its page, marked so that a reload would show."""
    page = someone.page
    page.goto(f"/ads/{ad}")
    page.get_by_role("heading", name="Soy candles that are followed").wait_for()
    page.evaluate("window.stayed = true")
    return page


def at(page: Page, percent: int) -> None:
    expect(page.get_by_role("progressbar")).to_have_attribute("value", str(percent))


def test_each_step_is_seen_as_it_happens(owner: Person, showroom: Showroom, ad: GenerationId) -> None:
    page = opened(owner, ad)
    page.get_by_text("Waiting for its turn").wait_for()
    page.get_by_text("Starts as soon as a studio is free").wait_for()
    progress.begin(ad)
    progress.report(ad, 10, "Writing the storyboard")
    at(page, 10)
    page.get_by_text("Writing the storyboard").wait_for()
    planned(ad, showroom.owner.id)
    page.get_by_role("listitem").first.wait_for()
    assert 3 <= page.locator(".scenes").get_by_role("listitem").count() <= 5
    progress.report(ad, 50, "Cutting scene 2 of 4")
    at(page, 50)
    expect(page.locator("[aria-live=polite]").filter(has_text="Cutting scene 2 of 4")).to_be_visible()
    expect(page.get_by_text(re.compile(r"seconds left"))).to_be_visible()
    progress.fail(ad, FAILURE)
    page.get_by_text(FAILURE).wait_for()
    expect(page.get_by_role("button", name="Try again")).to_be_visible()
    assert page.evaluate("window.stayed")


def test_cancelled_in_one_tab_is_cancelled_in_the_other(owner: Person, ad: GenerationId) -> None:
    page = opened(owner, ad)
    other = owner.context.new_page()
    other.goto(f"/ads/{ad}")
    other.get_by_role("button", name="Cancel").click()
    page.get_by_role("heading", name="You cancelled this ad").wait_for()
    assert page.evaluate("window.stayed")


def test_a_page_goes_on_when_the_server_comes_back(chromium: Browser, showroom: Showroom, ad: GenerationId) -> None:
    port = free_port()
    with person(chromium, f"http://127.0.0.1:{port}", "rosie") as someone:
        with served(showroom.folder, port, ADGEN_EMBEDDED_ENGINE="false"):
            come_in(someone, showroom.session)
            page = opened(someone, ad)
            progress.begin(ad)
            progress.report(ad, 20, "Planned")
            at(page, 20)
        page.get_by_text("No connection at the moment.").wait_for()
        progress.report(ad, 60, "Cutting")
        with served(showroom.folder, port, ADGEN_EMBEDDED_ENGINE="false"):
            expect(page.get_by_role("progressbar")).to_have_attribute("value", "60", timeout=30_000)
            expect(page.get_by_text("No connection at the moment.")).to_be_hidden()
            progress.report(ad, 80, "Stitching")
            expect(page.get_by_role("progressbar")).to_have_attribute("value", "80", timeout=30_000)


def test_a_session_that_ends_leads_to_the_login_page_and_back_to_the_ad(
    chromium: Browser, showroom: Showroom, ad: GenerationId
) -> None:
    token = security.session_token(showroom.owner.id, 0)
    with person(chromium, showroom.address, "rosie") as someone:
        come_in(someone, token)
        page = opened(someone, ad)
        accounts.log_out(token)
        page.get_by_role("button", name="Cancel").click()
        page.get_by_role("heading", name="Welcome back").wait_for()
        page.get_by_label("Username").fill("rosie")
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Log in").click()
        page.get_by_role("heading", name="Soy candles that are followed").wait_for()
        assert page.url.rstrip("/").endswith(f"/ads/{ad}")
        assert not generations.get(showroom.owner.id, ad).status.finished
        assert someone.complaints == []
