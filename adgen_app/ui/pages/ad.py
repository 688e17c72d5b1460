"""One ad: on its way, or there to play, download, change one's mind about."""

from collections.abc import AsyncGenerator
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import reflex as rx
from reflex.event import EventCallback, EventSpec
from reflex.vars import VarData

from adgen_app.config import settings
from adgen_app.domain.generation import Companion, Generation, GenerationId, Status
from adgen_app.errors import AlreadyFinished, NotFound
from adgen_app.services import generations
from adgen_app.ui.allowance import allowance
from adgen_app.ui.cards import Card, beside, card, media
from adgen_app.ui.components.ad_card import badge
from adgen_app.ui.components.dialog import confirm
from adgen_app.ui.components.plan import Plan, plan_of, plan_view
from adgen_app.ui.components.stage import ended, player, progress, skeleton
from adgen_app.ui.estimate import Pace, pace, time_left
from adgen_app.ui.live import broadcaster
from adgen_app.ui.page import page
from adgen_app.ui.state import SessionState, in_thread, loads

ASKED = rx.Var(
    "ad_id",
    _var_type=str,
    _var_data=VarData(imports={"react-router": "useParams"}, hooks={"const { ad_id } = useParams()": None}),
).guess_type()
"""The ad that the address asks for, known to the browser before the server has heard of it."""


class AdState(SessionState):
    """What the page of an ad shows, and what can be done there."""

    ad: Card = Card()
    plan: Plan = Plan()
    video: str = ""
    captions: str = ""
    download: str = ""
    error: str = ""
    left: str = ""
    took: str = ""
    asked: str = ""
    """The ad that all of this is about."""
    missing: bool = False
    starting: bool = False
    more: str = ""
    """How many ads there may be, when it is few."""
    _pace: Pace | None = None
    _renew: datetime = datetime.min.replace(tzinfo=UTC)

    @rx.event
    @loads
    async def load(self) -> EventCallback[()] | None:
        """Show the ad; follow it if it is not finished."""
        user = await self._require_user()
        self.starting, self._pace = False, None
        try:
            ad = await in_thread(generations.get, user.id, self._asked())
        except NotFound:
            self.asked, self.missing = self._asked(), True
            return None
        self.asked, self.missing, self.more = ad.id, False, await allowance(user.id)
        self._show(ad)
        return None if ad.status.finished else AdState.watch

    @rx.event(background=True)
    async def watch(self) -> AsyncGenerator[None]:
        """Follow the ad for as long as this tab shows it."""
        async with self:
            user = await self._require_user()
            asked = self._asked()
            tab = self.router.session.client_token
        async for ad in broadcaster.watch(user.id, asked, tab):
            async with self:
                if self._asked() != asked:
                    return
                self._show(ad)
            yield

    @rx.event
    async def cancel(self) -> None:
        """Stop making it."""
        user = await self._require_user()
        with suppress(AlreadyFinished):  # by a first click, or a moment before
            await in_thread(generations.cancel, user.id, self._asked())
        self._show(await in_thread(generations.get, user.id, self._asked()))

    @rx.event
    async def delete(self) -> list[EventSpec]:
        """Remove it with its files."""
        user = await self._require_user()
        await in_thread(generations.delete, user.id, self._asked())
        return [rx.redirect("/gallery"), rx.toast.success("Your ad is deleted.")]

    @rx.event
    async def again(self) -> AsyncGenerator[EventSpec | None]:
        """Make a new one from the same brief; a second click is no second ad."""
        user = await self._require_user()
        if self.starting:
            return
        self.starting = True
        yield None
        self.starting = False
        ad = await self._order(generations.again, user.id, self._asked())
        self.starting = True  # until the next page is there
        yield rx.redirect(f"/ads/{ad.id}")

    def _asked(self) -> GenerationId:
        return GenerationId(self.router.url.path.rstrip("/").rpartition("/")[2])

    def _show(self, ad: Generation) -> None:
        self.ad = card(ad)
        self.plan = plan_of(ad)
        self._link(ad)
        self.error = ad.error_message or ""
        now = datetime.now(UTC)
        self._pace = self._pace or pace(ad, now)
        self.left = "" if ad.status.finished else time_left(ad, now, self._pace)
        self.took = f"{ad.generation_time_seconds} s" if ad.generation_time_seconds is not None else ""

    def _link(self, ad: Generation) -> None:
        """Signed addresses end; but a film that plays must not start again because its address is another one."""
        now = datetime.now(UTC)
        if ad.status is not Status.COMPLETED:
            self.video = self.captions = self.download = ""
        elif ad.id not in self.video or now > self._renew:
            self.video = media(ad, "video")
            self.captions = beside(ad, Companion.WEBVTT)
            self.download = f"{self.video}&download=1"
            self._renew = now + timedelta(minutes=settings().media_link_minutes) / 2


@page("/ads/[ad_id]", title=rx.cond(AdState.missing, "This ad is not here", "Your ad"), on_load=AdState.load)
def ad() -> rx.Component:
    """One of: skeleton, missing, on its way, done, failed, cancelled."""
    return rx.cond(
        AdState.asked == ASKED,
        rx.cond(AdState.missing, _missing(), _ad()),
        skeleton(),
    )


def _ad() -> rx.Component:
    return rx.el.div(
        rx.el.div(
            rx.match(
                AdState.ad.status,
                ("completed", player(AdState.video, AdState.captions, AdState.ad.thumbnail)),
                ("failed", ended("This ad could not be made", AdState.error)),
                ("cancelled", ended("You cancelled this ad", "No film was kept.")),
                progress(AdState.ad.progress, AdState.ad.step, AdState.left),
            ),
            class_name="stage " + AdState.ad.status,
            custom_attrs={"data-shape": AdState.ad.shape},
        ),
        rx.el.div(
            rx.el.div(badge(AdState.ad.status, AdState.ad.status_word), class_name="ad-status", role="status"),
            rx.el.h1(AdState.ad.prompt, class_name="ad-title", dir="auto"),
            rx.el.p(
                rx.el.time(AdState.ad.made, date_time=AdState.ad.made_iso),
                " · ",
                AdState.ad.duration,
                " · ",
                AdState.ad.shape,
                rx.cond(AdState.ad.cost != "", rx.fragment(" · ", AdState.ad.cost)),
                rx.cond(AdState.took != "", rx.fragment(" · made in ", AdState.took)),
                class_name="muted",
            ),
            _actions(),
            rx.cond((AdState.more != "") & (AdState.left == ""), rx.el.p(AdState.more, class_name="hint")),
            plan_view(AdState.plan, coming=AdState.left != ""),
            class_name="ad-side",
        ),
        class_name="ad-page",
    )


def _actions() -> rx.Component:
    duplicate = rx.el.a("Edit the brief", href="/create?from=" + AdState.ad.id, class_name="button quiet")
    delete = confirm(
        "delete-ad",
        "Delete",
        "Delete this ad?",
        "The ad and its files are removed for good.",
        "Delete for good",
        AdState.delete,
    )
    return rx.el.div(
        rx.match(
            AdState.ad.status,
            (
                "completed",
                rx.fragment(
                    rx.el.a("Download", href=AdState.download, reload_document=True, class_name="button"),
                    _again("Make it again", "button quiet"),
                    duplicate,
                    delete,
                ),
            ),
            (
                "failed",
                rx.fragment(
                    _again("Try again", "button"),
                    duplicate,
                    delete,
                ),
            ),
            (
                "cancelled",
                rx.fragment(
                    _again("Start it again", "button"),
                    duplicate,
                    delete,
                ),
            ),
            rx.el.button("Cancel", type="button", on_click=AdState.cancel, class_name="button quiet"),
        ),
        class_name="actions",
    )


def _again(label: str, class_name: str) -> rx.Component:
    return rx.el.button(
        rx.cond(AdState.starting, "Starting ...", label),
        type="button",
        on_click=AdState.again,
        disabled=AdState.starting,
        class_name=class_name,
    )


def _missing() -> rx.Component:
    return rx.el.div(
        rx.el.h1("This ad is not here"),
        rx.el.p("It may have been deleted, or it belongs to somebody else.", class_name="lead"),
        rx.el.a("To your gallery", href="/gallery", class_name="button"),
        class_name="column empty",
    )
