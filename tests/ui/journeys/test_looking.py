"""The page of an ad, from one ad to the next and while its film is not there yet."""

import pytest
from playwright.sync_api import Page, expect

from adgen_app.services import generations
from adgen_app.ui.pages.gallery import PER_PAGE
from tests.api import serving
from tests.ui.journeys.people import Person
from tests.ui.journeys.showroom import Showroom

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.xdist_group("browser")]
SIZES = {"phone": (390, 844), "desk": (1440, 900)}
WATCH = """() => {
    window.seen = [];
    const look = () => {
        window.seen.push([location.pathname, document.querySelector('h1')?.textContent ?? '']);
        requestAnimationFrame(look);
    };
    look();
}"""
HEIGHT = "document.querySelector('.stage').getBoundingClientRect().height"


def total(showroom: Showroom) -> int:
    return generations.page(showroom.owner.id).total


def test_the_page_of_an_ad_shows_nothing_of_the_one_before(owner: Person, showroom: Showroom) -> None:
    page = owner.page
    first, second = (serving.put(showroom.owner, f"Soy candles, the {which} ad") for which in ("first", "second"))
    page.goto(f"/ads/{first}")
    page.get_by_role("heading", name="the first ad").wait_for()
    page.get_by_role("link", name="Gallery").click()
    page.evaluate(WATCH)
    page.get_by_role("link", name="the second ad").click()
    page.get_by_role("heading", name="the second ad").wait_for()
    page.go_back()
    page.get_by_role("heading", name="Your ads").wait_for()
    shown = {title for path, title in page.evaluate("window.seen") if str(second) in path}
    assert "Soy candles, the first ad" not in shown
    assert "Soy candles, the second ad" in shown
    for ad in (first, second):
        generations.delete(showroom.owner.id, ad)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("shape", ["9:16", "1:1", "4:5", "16:9"])
def test_a_film_has_its_room_before_it_is_there(owner: Person, showroom: Showroom, size: str, shape: str) -> None:
    page = owner.page
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    for late in ("video", "thumbnail"):
        page.route(f"**/api/{late}/**", lambda _: None)
    page.goto(f"/ads/{showroom.ads['completed']}")
    page.locator("video").wait_for()
    page.locator(".stage").evaluate("(stage, shape) => { stage.dataset.shape = shape; }", shape)
    box = page.locator("video").bounding_box()
    assert box
    across, down = map(int, shape.split(":"))
    assert box["width"] / box["height"] == pytest.approx(across / down, abs=0.01)
    assert box["width"] > 300 if size == "phone" else box["height"] > 250
    assert box["height"] < height
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_double_click_makes_one_ad(owner: Person, showroom: Showroom) -> None:
    page = owner.page
    before = total(showroom)
    page.goto(f"/ads/{showroom.ads['cancelled']}")
    page.get_by_role("button", name="Start it again").dblclick()
    _elsewhere(page, showroom.ads["cancelled"])
    page.wait_for_timeout(500)
    assert total(showroom) == before + 1
    page.get_by_role("button", name="Cancel").dblclick()
    page.get_by_role("heading", name="You cancelled this ad").wait_for()
    page.wait_for_timeout(500)
    expect(page.get_by_text("already finished")).to_have_count(0)
    page.get_by_role("button", name="Delete", exact=True).click()
    page.get_by_role("button", name="Delete for good").click()
    page.get_by_role("heading", name="Your ads").wait_for()


def _elsewhere(page: Page, ad: str) -> None:
    page.wait_for_url(lambda url: "/ads/" in url and ad not in url)


def test_the_title_of_what_is_not_there_says_so(owner: Person, showroom: Showroom) -> None:
    page = owner.page
    page.goto("/ads/00000000-0000-4000-8000-000000000000")
    expect(page).to_have_title("This ad is not here · AdGen")
    page.goto(f"/ads/{showroom.ads['completed']}")
    expect(page).to_have_title("Your ad · AdGen")


CROWDED = """() => [...document.querySelectorAll('.card-foot')]
    .map(foot => [...foot.children].map(each => each.getBoundingClientRect()))
    .filter(([badge, cost]) => cost.right > innerWidth || badge.bottom > cost.top && badge.right > cost.left - 4)
    .length"""
COLUMNS = "getComputedStyle(document.querySelector('.ad-grid')).gridTemplateColumns.split(' ').length"


@pytest.mark.parametrize(("width", "columns"), [(320, 2), (390, 2), (768, 3), (1024, 4), (1440, 4), (1920, 4)])
def test_a_full_page_of_the_gallery_leaves_no_hole_and_crowds_no_card(
    owner: Person, showroom: Showroom, width: int, columns: int
) -> None:
    page = owner.page
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/gallery")
    page.locator(".ad-card").first.wait_for()
    page.locator(".card-foot").evaluate_all("all => all.forEach(foot => { foot.lastChild.textContent = '$12.50'; })")
    assert page.evaluate(CROWDED) == 0
    assert page.evaluate(COLUMNS) == columns
    assert PER_PAGE % columns == 0
