"""Every page in every state, as axe-core judges it by WCAG 2.2 AA, in both modes, on a phone and on a desk."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from adgen_app import security
from tests import gifts
from tests.ui.journeys.people import Person, upload
from tests.ui.journeys.showroom import Showroom

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.xdist_group("browser")]
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}
SIZES = {"phone": (360, 740), "desk": (1440, 900)}

SETTLED = """Promise.all(
    document.getAnimations().filter(a => a.effect.getTiming().iterations < 9).map(a => a.finished.catch(() => null))
)"""
"""An animation ends by itself, or with what it moved: then its promise is broken."""
SMALL = """() => [...document.querySelectorAll('a, button, input:not([type=hidden]), select, textarea, summary')]
    .filter(e => e.checkVisibility() && !e.closest('p, .skip, dialog:not([open])'))
    .map(e => [e.closest('label.option, .drop') ?? e, e.textContent || e.name])
    .map(([e, name]) => [name, e.getBoundingClientRect()])
    .filter(([_, box]) => box.width && (box.width < 44 || box.height < 44))
    .map(([name, box]) => `${name}: ${box.width} x ${box.height}`)"""


def more_options(page: Page) -> None:
    page.get_by_text("More options").click()


def give(page: Page) -> None:
    """A photo, a logo, a track, a voice that is too long, a refusal, the shelf."""
    more_options(page)
    upload(page, "photos", ("candle.jpg", gifts.photo()))
    upload(page, "logo", ("logo.png", gifts.logo()))
    upload(page, "track", ("song.wav", gifts.track()))
    page.get_by_text("song.wav").wait_for()
    upload(page, "voice", ("me.wav", gifts.voice(seconds=16)))
    page.get_by_text("This recording is longer than your ad").wait_for()
    page.get_by_label("What you say").fill("Smells of forest.")
    page.get_by_role("button", name="Remove candle.jpg").click()
    page.get_by_text("Use one from before").click()
    page.get_by_role("button", name="Use candle.jpg").wait_for()
    page.locator("#photos input").set_input_files(
        {"name": "notes.png", "mimeType": "image/png", "buffer": b"no picture"}
    )
    page.get_by_role("alert").get_by_text("no picture that we can read").wait_for()


def refused(page: Page) -> None:
    page.get_by_label("Describe your product").fill("soap")
    page.get_by_role("button", name="Make my ad").click()
    page.get_by_role("alert").get_by_text("at least 10 characters").wait_for()


def ask_to_delete(page: Page) -> None:
    page.get_by_role("button", name="Delete", exact=True).click()
    page.get_by_role("dialog").wait_for()


def farewell(page: Page) -> None:
    page.get_by_text("Delete account").click()


PAGES: dict[str, tuple[str, str, Callable[[Page], None] | None]] = {
    "create": ("/create", "What do you sell?", None),
    "create, all options": ("/create", "What do you sell?", more_options),
    "create, with files": ("/create", "What do you sell?", give),
    "create, refused": ("/create", "What do you sell?", refused),
    "waiting": ("/ads/{pending}", "an ad that is pending", None),
    "filming": ("/ads/{filming}", "being filmed", None),
    "finished": ("/ads/{completed}", "an ad that is completed", None),
    "delete?": ("/ads/{completed}", "an ad that is completed", ask_to_delete),
    "failed": ("/ads/{broken}", "went wrong", None),
    "cancelled": ("/ads/{cancelled}", "an ad that is cancelled", None),
    "missing": ("/ads/00000000-0000-4000-8000-000000000000", "This ad is not here", None),
    "gallery": ("/gallery", "Your ads", None),
    "gallery, nothing found": ("/gallery?q=zzz", "Nothing found", None),
    "profile": ("/profile", "rosie", farewell),
}
OPEN = {
    "landing": ("/", "Say what you sell"),
    "login": ("/login?username=rosie&error={error}", "Welcome back"),
    "register": ("/register", "Make your first ad"),
}


@pytest.fixture(params=["light", "dark"])
def mode(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(params=SIZES)
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    return SIZES[request.param]


def judge(page: Page, name: str) -> list[str]:
    """What is wrong with a page."""
    page.evaluate(SETTLED)
    violations: list[dict[str, Any]] = Axe().run(page, options=RULES).response["violations"]
    found = [f"{each['id']}: {node['html'][:160]}" for each in violations for node in each["nodes"]]
    found += [f"small: {each}" for each in page.evaluate(SMALL)]
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        found.append("wider than the screen")
    return [f"{name}: {each}" for each in found]


def test_pages_of_a_user(owner: Person, showroom: Showroom, mode: str, size: tuple[int, int]) -> None:
    page = owner.page
    page.emulate_media(color_scheme=mode)  # type: ignore[arg-type]
    page.set_viewport_size({"width": size[0], "height": size[1]})
    wrong: list[str] = []
    for name, (path, heading, act) in PAGES.items():
        page.goto(path.format(**showroom.ads))
        page.get_by_role("heading", name=heading).wait_for()
        expect(page.locator(".skeleton")).to_have_count(0)
        if act:
            act(page)
        wrong += judge(page, name)
    assert not wrong, "\n".join(wrong)


def test_pages_for_everyone(showroom: Showroom, visitor: Person, mode: str, size: tuple[int, int]) -> None:
    page = visitor.page
    page.emulate_media(color_scheme=mode)  # type: ignore[arg-type]
    page.set_viewport_size({"width": size[0], "height": size[1]})
    wrong: list[str] = []
    for name, (path, heading) in OPEN.items():
        page.goto(path.format(error=security.notice_token("Username or password is wrong.")))
        page.get_by_role("heading", name=heading).wait_for()
        wrong += judge(page, name)
    assert not wrong, "\n".join(wrong)


def test_the_page_follows_the_system_until_told_otherwise(visitor: Person) -> None:
    page = visitor.page
    page.emulate_media(color_scheme="dark")
    page.goto("/")
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    dark = page.evaluate(ground)
    page.emulate_media(color_scheme="light")
    expect(page.locator("html")).not_to_have_class("dark")
    assert page.evaluate(ground) != dark
    page.get_by_role("button", name="Switch between light and dark").click()
    page.reload()
    page.get_by_role("heading", level=1).wait_for()
    assert page.evaluate(ground) == dark


def test_nothing_moves_for_those_who_do_not_want_it(owner: Person, showroom: Showroom) -> None:
    page = owner.page
    page.emulate_media(reduced_motion="reduce")
    for path in ("/gallery", f"/ads/{showroom.ads['filming']}"):
        page.goto(path)
        page.get_by_role("heading", level=1).wait_for()
        moving = "document.getAnimations().filter(a => a.effect.getComputedTiming().duration > 1).length"
        assert page.evaluate(moving) == 0


def test_the_skip_link_leads_past_the_menu(owner: Person) -> None:
    page = owner.page
    page.goto("/gallery")
    page.get_by_role("heading", name="Your ads").wait_for()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_a_dialog_keeps_the_focus_and_gives_it_back(owner: Person, showroom: Showroom) -> None:
    page = owner.page
    page.goto(f"/ads/{showroom.ads['completed']}")
    opener = page.get_by_role("button", name="Delete", exact=True)
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Keep it")).to_be_focused()
    for _ in range(5):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement === document.body || !!document.activeElement.closest('dialog')")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(opener).to_be_focused()
