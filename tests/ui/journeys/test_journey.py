"""What people do with AdGen, in a real browser."""

import re
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, Page, expect

from adgen_app.studio.probe import probe
from adgen_app.ui.components.offered import EXAMPLES
from tests.ui.journeys.people import PASSWORD, Person, person, register

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.xdist_group("browser")]
PROMPT = "Hand-poured soy candles that make small flats smell like a forest. 20% off this week."
PLAYED = """async video => {
    video.muted = true;
    await video.play();
    await new Promise(done => setTimeout(done, 1200));
    return video.currentTime;
}"""
AD_PAGE = re.compile(r"/ads/[0-9a-f-]{36}/?$")


def make(page: Page, prompt: str) -> str:
    page.goto("/create")
    page.get_by_label("Describe your product").fill(prompt)
    page.get_by_role("button", name="Make my ad").click()
    page.wait_for_url(AD_PAGE)
    return page.url.rstrip("/").rpartition("/")[2]


def test_from_a_prompt_to_a_downloaded_ad_watched_live_played_and_deleted(member: Person, tmp_path: Path) -> None:
    page = member.page
    ad = make(page, PROMPT)
    meter = page.get_by_role("progressbar", name="Progress of your ad")
    seen = {meter.get_attribute("value")}
    while meter.count() and len(seen) < 4:
        seen.add(meter.get_attribute("value"))
        page.wait_for_timeout(200)
    assert len(seen) == 4, "progress is seen live, without a reload"
    video = page.locator("video")
    video.wait_for(timeout=90_000)
    assert page.get_by_text("Hand-Poured Soy Candles").count() > 0, "the storyboard can be read"
    assert video.evaluate(PLAYED) > 0.5
    with page.expect_download() as download:
        page.get_by_role("link", name="Download").click()
    assert download.value.suggested_filename == f"ad_{ad}.mp4"
    download.value.save_as(tmp_path / "ad.mp4")
    media = probe(tmp_path / "ad.mp4")
    assert (media.width, media.height, media.frames) == (1080, 1920, 450)

    page.goto("/gallery?q=candles")
    card = page.get_by_role("link", name=PROMPT)
    expect(card).to_be_visible()
    thumbnail = card.locator("img:not(.card-preview)")
    expect(thumbnail).to_have_js_property("complete", value=True)
    preview = card.locator("img.card-preview")
    card.hover()
    expect(preview).to_have_js_property("complete", value=True)
    page.get_by_label("Status").select_option("failed")
    page.get_by_text("Nothing found").wait_for()
    assert "q=candles" in page.url
    assert "status=failed" in page.url

    page.goto(f"/ads/{ad}")
    page.get_by_role("button", name="Delete", exact=True).click()
    dialog = page.get_by_role("dialog", name="Delete this ad?")
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).not_to_be_visible()
    page.get_by_role("button", name="Delete", exact=True).click()
    page.get_by_role("button", name="Delete for good").click()
    page.get_by_text("No ads yet").wait_for()
    assert page.request.get(f"/api/video/{ad}").status == 404


def test_by_keyboard_alone_and_cancelled(member: Person) -> None:
    page = member.page
    page.goto("/create")
    expect(page.get_by_label("Describe your product")).to_be_focused()
    page.keyboard.type("A running app for beginners, kind to your knees.")
    expect(page.get_by_text("48 / 500")).to_be_visible()
    expect(page.get_by_label("Describe your product")).to_have_value("A running app for beginners, kind to your knees.")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Make my ad":
            break
    page.keyboard.press("Enter")
    page.wait_for_url(AD_PAGE)
    page.get_by_role("button", name="Cancel").click()
    page.get_by_role("heading", name="You cancelled this ad").wait_for()
    expect(page.get_by_role("button", name="Start it again")).to_be_visible()


def test_examples_can_be_changed_and_swapped(member: Person) -> None:
    page = member.page
    box = page.get_by_label("Describe your product")
    for label, example in EXAMPLES.items():
        page.get_by_role("button", name=label).click()
        expect(box).to_have_value(example)
        box.press_sequentially("New!")
        expect(page.get_by_text(f"{len(example) + 4} / 500")).to_be_visible()


def test_a_colour_is_picked_or_typed(member: Person) -> None:
    page = member.page
    page.goto("/create")
    page.get_by_text("More options").click()
    page.get_by_label("Pick brand colour 1").fill("#ff8800")
    expect(page.get_by_label("Brand colour 1", exact=True)).to_have_value("#FF8800")
    page.get_by_label("Brand colour 2", exact=True).fill("#0b3d2e")
    page.get_by_label("Brand colour 3", exact=True).focus()
    expect(page.get_by_label("Pick brand colour 2")).to_have_value("#0b3d2e")


def test_a_search_leaves_the_cursor_in_its_box(member: Person) -> None:
    page = member.page
    page.goto("/gallery")
    page.get_by_label("Search your ads").fill("candles")
    page.keyboard.press("Enter")
    page.wait_for_url("**/gallery?q=candles")
    page.get_by_text("Nothing found").wait_for()
    expect(page.get_by_label("Search your ads")).to_be_focused()


def test_html_in_a_prompt_is_text_everywhere(member: Person) -> None:
    evil = '<img src=x onerror="window.harmed=1"> <script>window.harmed=1</script> soap from Leeds'
    page = member.page
    make(page, evil)
    page.get_by_role("heading", name=evil).wait_for()
    page.get_by_role("button", name="Cancel").click()
    page.get_by_role("heading", name="You cancelled this ad").wait_for()
    page.goto("/gallery")
    page.get_by_text(evil).wait_for()
    assert page.evaluate("window.harmed") is None


def test_an_ad_of_somebody_else_is_not_there(member: Person, chromium: Browser, address: str) -> None:
    ad = make(member.page, PROMPT)
    with person(chromium, address, f"nosy{uuid4().hex[:6]}") as nosy:
        register(nosy)
        nosy.page.goto(f"/ads/{ad}")
        nosy.page.get_by_role("heading", name="This ad is not here").wait_for()
        assert nosy.page.request.get(f"/api/video/{ad}").status == 404
        assert nosy.page.request.get(f"/api/status/{ad}").status == 404
        assert nosy.complaints == []
    member.page.get_by_role("button", name="Cancel").click()


def test_whoever_was_sent_to_log_in_comes_back_to_where_they_were(member: Person) -> None:
    page = member.page
    page.get_by_role("button", name="Log out").click()
    page.get_by_role("link", name="Log in").wait_for()
    page.goto("/gallery?status=failed")
    page.get_by_role("heading", name="Welcome back").wait_for()
    page.get_by_label("Username").fill(member.name)
    page.get_by_label("Password").fill("not the password")
    page.get_by_role("button", name="Log in").click()
    page.get_by_role("alert").get_by_text("Username or password is wrong.").wait_for()
    expect(page.get_by_label("Username")).to_have_value(member.name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url(re.compile(r"/gallery/?\?status=failed"))
    page.get_by_text("Nothing found").wait_for()


@pytest.mark.parametrize("path", ["/", "/login", "/register", "/create", "/gallery", "/profile"])
def test_pages_fit_a_phone(member: Person, path: str) -> None:
    page = member.page
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(path)
    page.get_by_role("heading", level=1).wait_for()
    page.wait_for_timeout(500)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_an_unknown_page_says_so_with_404(visitor: Person) -> None:
    answer = visitor.page.goto("/nothing-here")
    assert answer is not None
    assert answer.status == 404
    visitor.page.get_by_role("heading", name="There is no page here").wait_for()
    visitor.complaints.clear()  # Chromium itself notes the 404


def test_dark_stays_dark(visitor: Person) -> None:
    page = visitor.page
    page.goto("/")
    page.get_by_role("button", name="Switch between light and dark").click()
    expect(page.locator("html")).to_have_class(re.compile("dark"))
    page.reload()
    expect(page.locator("html")).to_have_class(re.compile("dark"))
