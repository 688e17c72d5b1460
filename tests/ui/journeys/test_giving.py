"""Photos, a logo, music given with a brief, in a real browser."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests import gifts
from tests.ui.journeys.people import Person, upload
from tests.ui.journeys.test_journey import AD_PAGE, PROMPT

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_from_a_photo_to_an_ad_that_shows_it(member: Person) -> None:
    page = member.page
    page.goto("/create")
    page.get_by_label("Describe your product").fill(PROMPT)
    upload(page, "photos", ("candle.jpg", gifts.photo("#1E8449")), ("wick.jpg", gifts.photo("#123456", (300, 500))))
    upload(page, "logo", ("logo.png", gifts.logo("#D7263D")))
    for picture in page.locator(".tile img").all():
        expect(picture).to_have_js_property("complete", value=True)
        assert picture.evaluate("image => image.naturalWidth") > 0
    expect(page.get_by_label("Describe your product")).to_have_value(PROMPT)
    page.get_by_role("button", name="Make my ad").click()
    page.wait_for_url(AD_PAGE)
    ad = page.url.rstrip("/").rpartition("/")[2]
    page.locator("video").wait_for(timeout=120_000)
    storyboard = page.request.get(f"/api/generations/{ad}/storyboard").json()
    assert len({scene["photo"] for scene in storyboard["scenes"] if scene["photo"]}) == 2
    assert storyboard["brand"]["logo"].endswith(".png")
    red, green, blue = bytes.fromhex(storyboard["brand"]["colours"][0][1:])
    assert red > 2 * max(green, blue), "the logo's colour"

    page.goto(f"/create?from={ad}")
    for name in ("candle.jpg", "wick.jpg", "logo.png"):
        page.get_by_role("button", name=f"Remove {name}").wait_for()


def test_what_was_given_before_is_used_again_and_deleted(member: Person) -> None:
    page = member.page
    page.goto("/create")
    upload(page, "photos", ("candle.jpg", gifts.photo()))
    page.reload()
    page.get_by_role("button", name="Remove candle.jpg").click()
    page.get_by_text("Use one from before").click()
    page.get_by_role("button", name="Use candle.jpg").click()
    page.get_by_role("button", name="Remove candle.jpg").click()
    page.get_by_text("Use one from before").click()
    page.get_by_role("button", name="Delete: candle.jpg").click()
    page.get_by_role("button", name="Delete for good: candle.jpg").click()
    expect(page.get_by_text("Use one from before")).to_have_count(0)


def test_files_are_chosen_by_keyboard_and_refused_in_words(member: Person) -> None:
    page = member.page
    page.goto("/create")
    expect(page.locator(".skeleton")).to_have_count(0)
    expect(page.get_by_label("Describe your product")).to_be_focused()
    with page.expect_file_chooser() as opened:
        page.get_by_role("button", name="Add photos").press("Enter")
    opened.value.set_files({"name": "notes.png", "mimeType": "image/png", "buffer": b"no picture"})
    page.get_by_role("alert").get_by_text("notes.png: This file is no picture that we can read.").wait_for()
    with page.expect_file_chooser() as opened:
        page.get_by_role("button", name="Add photos").click()
    opened.value.set_files({"name": "brochure.pdf", "mimeType": "application/pdf", "buffer": b"%PDF"})
    page.get_by_role("alert").get_by_text("Pictures may be JPEG").wait_for()
    page.wait_for_timeout(1000)
    expect(page.get_by_role("alert").get_by_text("Pictures may be JPEG")).to_be_visible()


@pytest.mark.parametrize(
    ("where", "name", "megabytes", "said"),
    [
        ("photos", "beach.jpg", 42, "beach.jpg: This file is larger than 20 MB."),
        ("photos", "brochure.pdf", 3, "brochure.pdf: We can't use that kind of file."),
        ("logo", "sign.heic", 3, "sign.heic: We can't use that kind of file."),
        ("track", "film.mkv", 3, "film.mkv: We can't use that kind of file."),
        ("voice", "me.wav", 21, "me.wav: This file is larger than 20 MB."),
    ],
)
def test_a_refused_file_is_told_of_whatever_its_size(
    member: Person, tmp_path: Path, where: str, name: str, megabytes: int, said: str
) -> None:
    page = member.page
    page.goto("/create")
    page.get_by_text("More options").click()
    expect(page.locator(".skeleton")).to_have_count(0)
    anew: list[str] = []
    page.on("websocket", lambda socket: anew.append(socket.url))
    (tmp_path / name).write_bytes(bytes(megabytes * 1_000_000))
    page.locator(f"#{where} input").set_input_files(tmp_path / name)
    told = page.get_by_role("alert").get_by_text(said)
    told.wait_for()
    expect(page.locator(".giving").filter(has=page.locator(f"#{where}")).filter(has=told)).to_have_count(1)
    assert anew == [], "the connection was kept"
