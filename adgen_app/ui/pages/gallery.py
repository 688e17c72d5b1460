"""All ads of a user: newest first, searched, filtered, in pages."""

from collections.abc import AsyncGenerator
from typing import Any
from urllib.parse import urlencode

import reflex as rx
from reflex.event import EventCallback, EventSpec

from adgen_app.domain.account import UserId
from adgen_app.domain.generation import Status
from adgen_app.services import generations
from adgen_app.ui.cards import WORDS, Card, card
from adgen_app.ui.components.ad_card import ad_card, skeletons
from adgen_app.ui.live import followed
from adgen_app.ui.page import page
from adgen_app.ui.state import SessionState, in_thread, loads

PER_PAGE = 12
"""Fills the last row, in a grid of two, three or four columns."""
LAST_PAGE = 100_000
"""Further than anybody turns; a larger number in an address is no page."""


class GalleryState(SessionState):
    """What the address asks for, and the ads that answer."""

    ads: list[Card] = []
    total: int = 0
    query: str = ""
    status: str = ""
    number: int = 1
    loaded: bool = False
    box: int = 0
    """Counts how often the search box was given another text than what was typed into it."""
    _typed: str = ""

    @rx.var
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-self.total // PER_PAGE))

    @rx.var
    def searching(self) -> bool:
        """Whether only some ads are asked for."""
        return bool(self.query or self.status)

    @rx.var
    def before(self) -> str:
        """Address of the page before."""
        return self._address(self.query, self.status, self.number - 1)

    @rx.var
    def after(self) -> str:
        """Address of the page after."""
        return self._address(self.query, self.status, self.number + 1)

    @rx.event
    @loads
    async def load(self) -> EventCallback[()]:
        """Find what the address asks for."""
        user = await self._require_user()
        asked = self.router.url.query_parameters
        self.query = asked.get("q", "")[:200]
        if self.query != self._typed:
            self._typed, self.box = self.query, self.box + 1
        self.status = asked.get("status", "") if asked.get("status", "") in {*Status} else ""
        self.number = page_number(asked.get("page", ""))
        found = await self._find(user.id)
        if found.total and not found.generations:
            self.number = -(-found.total // PER_PAGE)
            found = await self._find(user.id)
        self.ads, self.total, self.loaded = [card(ad) for ad in found.generations], found.total, True
        return GalleryState.watch

    @rx.event(background=True)
    async def watch(self) -> AsyncGenerator[None]:
        """Let the cards of ads that are being made tell how they get on."""
        async with self:
            user, tab, shown = await self._require_user(), self.router.session.client_token, list(self.ads)
        async for fresh in followed(user.id, shown, tab):
            async with self:
                self.ads = [fresh if each.id == fresh.id else each for each in self.ads]
            yield

    @rx.event
    async def search(self, form: dict[str, Any]) -> EventSpec:
        """Put it into the address, so that it can be shared and gone back to."""
        await self._require_user()
        self._typed = str(form.get("q", "")).strip()[:200]
        return rx.redirect(self._address(self._typed, self.status, 1))

    @rx.event
    async def choose(self, status: str) -> EventSpec:
        """Show one status only, or all."""
        await self._require_user()
        return rx.redirect(self._address(self.query, status, 1))

    async def _find(self, user_id: UserId) -> generations.Page:
        return await in_thread(
            generations.page,
            user_id,
            limit=PER_PAGE,
            offset=(self.number - 1) * PER_PAGE,
            status=Status(self.status) if self.status else None,
            query=self.query,
        )

    def _address(self, query: str, status: str, number: int) -> str:
        asked = {"q": query, "status": status, "page": str(number) if number > 1 else ""}
        kept = urlencode({name: value for name, value in asked.items() if value})
        return f"/gallery?{kept}" if kept else "/gallery"


def page_number(asked: str) -> int:
    """Which page an address asks for; the first if it asks for none that can be."""
    number = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) <= len(str(LAST_PAGE)) else 1
    return min(max(number, 1), LAST_PAGE)


@page("/gallery", title="Gallery", on_load=GalleryState.load)
def gallery() -> rx.Component:
    """Search and filter, then the ads."""
    return rx.el.div(
        rx.el.div(
            rx.el.h1("Your ads"),
            rx.el.a("Make an ad", href="/create", class_name="button"),
            class_name="section-head",
        ),
        _tools(),
        rx.cond(
            GalleryState.loaded,
            rx.cond(GalleryState.total > 0, _ads(), _nothing()),
            skeletons(PER_PAGE),
        ),
        class_name="column wide-column",
    )


def _tools() -> rx.Component:
    return rx.el.div(
        rx.el.form(
            rx.el.label("Search your ads", html_for="q", class_name="unseen"),
            rx.el.input(
                id="q",
                name="q",
                type="search",
                placeholder="Search",
                default_value=GalleryState.query,
                key=GalleryState.box,
                class_name="input",
            ),
            rx.el.button("Search", type="submit", class_name="button quiet"),
            on_submit=GalleryState.search,
            role="search",
            class_name="search",
        ),
        rx.el.label("Status", html_for="status", class_name="unseen"),
        rx.el.select(
            rx.el.option("All", value=""),
            *[rx.el.option(word, value=status.value) for status, word in WORDS.items()],
            id="status",
            value=GalleryState.status,
            on_change=GalleryState.choose,
            class_name="input filter",
        ),
        class_name="tools",
    )


def _ads() -> rx.Component:
    turns = rx.el.nav(
        rx.cond(
            GalleryState.number > 1,
            rx.el.a("Newer", href=GalleryState.before, class_name="button quiet"),
            rx.el.span(),
        ),
        rx.el.span("Page ", GalleryState.number, " of ", GalleryState.pages, class_name="muted"),
        rx.cond(
            GalleryState.number < GalleryState.pages,
            rx.el.a("Older", href=GalleryState.after, class_name="button quiet"),
            rx.el.span(),
        ),
        class_name="turns",
        aria_label="Pages",
    )
    return rx.fragment(
        rx.el.p(GalleryState.total, rx.cond(GalleryState.total == 1, " ad", " ads"), class_name="muted", role="status"),
        rx.el.div(rx.foreach(GalleryState.ads, ad_card), class_name="ad-grid"),
        rx.cond(GalleryState.pages > 1, turns),
    )


def _nothing() -> rx.Component:
    return rx.cond(
        GalleryState.searching,
        rx.el.div(
            rx.el.h2("Nothing found"),
            rx.el.p("No ad of yours matches. Try another word or another status.", class_name="muted"),
            rx.el.a("Show all ads", href="/gallery", class_name="button quiet"),
            class_name="empty card",
        ),
        rx.el.div(
            rx.el.h2("No ads yet"),
            rx.el.p("Describe what you sell; your first ad is seconds away.", class_name="muted"),
            rx.el.a("Make your first ad", href="/create", class_name="button quiet"),
            class_name="empty card",
        ),
    )
