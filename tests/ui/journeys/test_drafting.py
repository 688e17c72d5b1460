"""A brief on its way to an ad: kept, refused where it is wrong, started afresh."""

import pytest
from playwright.sync_api import Locator, Page, WebSocketRoute, expect

from tests.ui.journeys.people import Person
from tests.ui.journeys.test_journey import PROMPT

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.xdist_group("browser")]


def prompt(page: Page) -> Locator:
    return page.get_by_label("Describe your product")


def is_refused_at(box: Locator, said: str) -> None:
    """It is seen, marked, described, and the cursor is in it."""
    expect(box).to_be_focused()
    expect(box).to_be_in_viewport()
    expect(box).to_have_attribute("aria-invalid", "true")
    expect(box).to_have_accessible_description(said)
    expect(box.page.get_by_role("alert").get_by_text(said.partition(".")[0])).to_be_in_viewport()


def test_what_is_wrong_is_told_where_it_is(member: Person) -> None:
    page = member.page
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/create")
    prompt(page).fill("short")
    page.get_by_role("button", name="Make my ad").click()
    is_refused_at(prompt(page), "Describe your product in at least 10 characters. 10 to 500 characters")
    prompt(page).fill(PROMPT)
    expect(page.get_by_role("alert")).to_have_count(0)
    page.get_by_text("More options").click()
    colour = page.get_by_label("Brand colour 2", exact=True)
    colour.fill("reddish")
    page.get_by_label("Offer").fill("Half price")
    page.get_by_text("More options").click()
    page.get_by_role("button", name="Make my ad").click()
    is_refused_at(colour, "Write each brand colour as # and six hexadecimal digits, for example #2563EB.")
    expect(colour).to_have_value("reddish")
    expect(page.get_by_label("Offer")).to_have_value("Half price")
    expect(page.get_by_label("Brand colour 1", exact=True)).to_have_attribute("aria-invalid", "false")


def test_what_is_too_long_is_told_not_cut(member: Person) -> None:
    page = member.page
    page.goto("/create")
    long = "soap and " * 83 + "sun"
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("text => navigator.clipboard.writeText(text)", long)
    prompt(page).press("ControlOrMeta+v")
    expect(prompt(page)).to_have_value(long)
    page.get_by_role("alert").get_by_text("Please shorten this to 500 characters").wait_for()
    expect(page.get_by_text("250 too many")).to_be_visible()
    page.get_by_role("button", name="Make my ad").click()
    expect(prompt(page)).to_be_focused()
    expect(page.get_by_role("alert").get_by_text("at most 500 characters")).to_be_visible()


def test_everything_that_was_filled_in_is_there_after_a_reload_and_on_the_way_back(member: Person) -> None:
    page = member.page
    page.goto("/create")
    prompt(page).fill(PROMPT)
    page.get_by_text("More options").click()
    page.get_by_label("Product name").fill("Waldlicht")
    page.get_by_label("Call to action").fill("Light one")
    page.get_by_label("Style").select_option("luxury")
    page.get_by_label("Music", exact=True).select_option("calm")
    page.get_by_role("radio", name="Before, after, bridge").check()
    page.get_by_role("radio", name="16:9").check()
    expect(page.locator("summary").filter(has_text="More options")).to_contain_text("5 filled in")

    def is_there() -> None:
        expect(prompt(page)).to_have_value(PROMPT)
        expect(page.get_by_label("Product name")).to_have_value("Waldlicht")
        expect(page.get_by_label("Product name")).to_be_visible()
        expect(page.get_by_label("Call to action")).to_have_value("Light one")
        expect(page.get_by_label("Style")).to_have_value("luxury")
        expect(page.get_by_label("Music", exact=True)).to_have_value("calm")
        expect(page.get_by_role("radio", name="Before, after, bridge")).to_be_checked()
        expect(page.get_by_role("radio", name="16:9")).to_be_checked()

    page.reload()
    is_there()
    page.get_by_role("link", name="Gallery").click()
    page.get_by_role("heading", name="Your ads").wait_for()
    page.go_back()
    is_there()


def test_one_starts_empty_and_can_take_it_back(member: Person) -> None:
    page = member.page
    page.goto("/create")
    expect(page.get_by_role("button", name="Start empty")).to_have_count(0)
    prompt(page).fill(PROMPT)
    page.get_by_role("radio", name="1:1").check()
    page.get_by_role("button", name="Start empty").click()
    expect(prompt(page)).to_have_value("")
    expect(prompt(page)).to_be_focused()
    expect(page.get_by_role("radio", name="9:16")).to_be_checked()
    page.get_by_role("button", name="Undo").click()
    expect(prompt(page)).to_have_value(PROMPT)
    expect(page.get_by_role("radio", name="1:1")).to_be_checked()


def test_a_choice_is_seen_before_the_server_hears_of_it(member: Person) -> None:
    page = member.page
    deaf: list[bool] = []

    def between(socket: WebSocketRoute) -> None:
        server = socket.connect_to_server()
        socket.on_message(lambda message: None if deaf else server.send(message))

    page.route_web_socket("**/_event/**", between)
    page.goto("/create")
    expect(page.locator(".skeleton")).to_have_count(0)
    deaf.append(True)
    for name in ("16:9", "60 s"):
        page.get_by_role("radio", name=name).check(timeout=3000)
