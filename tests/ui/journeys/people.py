"""People with a browser of their own."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import NamedTuple

from playwright.sync_api import Browser, BrowserContext, FilePayload, Page

from adgen_app.session import SESSION_COOKIE

PASSWORD = "correct horse battery"


class Person(NamedTuple):
    """Someone who looks at pages; `complaints` is what the console says is wrong."""

    name: str
    address: str
    context: BrowserContext
    page: Page
    complaints: list[str]


@contextmanager
def person(chromium: Browser, address: str, name: str) -> Generator[Person]:
    """Someone new."""
    context = chromium.new_context(base_url=address)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield Person(name, address, context, page, complaints)
    context.close()


def register(someone: Person) -> None:
    """Open an account by the form."""
    page = someone.page
    page.goto("/register")
    page.get_by_label("Username").fill(someone.name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Open my account").click()
    page.get_by_role("heading", name="What do you sell?").wait_for()


def upload(page: Page, where: str, *files: tuple[str, bytes]) -> None:
    """Choose files for `photos`, `logo`, `track` or `voice`, and wait until they are seen."""
    kind = "audio/wav" if where in {"track", "voice"} else "image/png"
    chosen: list[FilePayload] = [{"name": name, "mimeType": kind, "buffer": content} for name, content in files]
    page.locator(f"#{where} input").set_input_files(chosen)
    for name, _ in files:
        page.get_by_role("button", name=f"Remove {name}").wait_for()


def come_in(someone: Person, token: str) -> None:
    """Have a session without having typed anything."""
    someone.context.add_cookies(
        [{"name": SESSION_COOKIE, "value": token, "url": someone.address, "httpOnly": True, "sameSite": "Lax"}]
    )
