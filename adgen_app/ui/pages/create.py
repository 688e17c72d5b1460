"""Where an ad begins: one big box, everything else on demand."""

from collections.abc import AsyncGenerator
from typing import Any

import reflex as rx
from pydantic import ValidationError
from reflex.event import EventCallback, EventSpec

from adgen_app.domain.generation import GenerationId
from adgen_app.domain.refusal import refusal
from adgen_app.errors import AdGenError, NotFound, NotLoggedIn
from adgen_app.services import generations
from adgen_app.ui import colours, gifts, order
from adgen_app.ui.allowance import allowance
from adgen_app.ui.cards import Card, card
from adgen_app.ui.components.ad_card import ad_card, skeletons
from adgen_app.ui.components.choice import choice
from adgen_app.ui.components.form import Wrong, notice
from adgen_app.ui.components.giving import pictures
from adgen_app.ui.components.more import chosen, more
from adgen_app.ui.components.offered import LENGTHS, SHAPES
from adgen_app.ui.components.prompt import prompt_box
from adgen_app.ui.draft import Draft, DraftState
from adgen_app.ui.gifts import GiftsState
from adgen_app.ui.live import followed
from adgen_app.ui.options import ROOM, OptionsState, keep, renew
from adgen_app.ui.page import page
from adgen_app.ui.state import in_thread, loads

RECENT = 4
TYPING_MS = 150
"""Pause after which what is typed is told to the server."""


class CreateState(DraftState):
    """What becomes of the draft, and the latest ads."""

    recent: list[Card] = []
    loaded: bool = False
    left: str = ""
    """How many ads there may be, when it is few."""

    @rx.event
    @loads
    async def load(self) -> list[EventSpec | EventCallback[()]]:
        """Latest ads; another ad's brief when asked to duplicate it."""
        user = await self._require_user()
        self.problem, self.problem_at, self.starting = "", "", False
        await gifts.look(await self.get_state(gifts.GiftsState), user)
        found = await in_thread(generations.page, user.id, limit=RECENT)
        self.recent = [card(ad) for ad in found.generations]
        self.left, self.loaded = await allowance(user.id), True
        source, before = self.router.url.query_parameters.get("from", ""), self._source
        self._source = source
        if not source or source == before:
            await self._unfold()
            return [CreateState.watch]
        try:
            brief = (await in_thread(generations.get, user.id, GenerationId(source))).brief
        except NotFound as error:
            return [rx.toast.error(str(error)), CreateState.watch]
        await self._replace(user, Draft.of(brief))
        return [CreateState.watch]

    @rx.event(background=True)
    async def watch(self) -> AsyncGenerator[None]:
        """Let the cards of ads that are being made tell how they get on."""
        async with self:
            user, tab, shown = await self._require_user(), self.router.session.client_token, list(self.recent)
        async for fresh in followed(user.id, shown, tab):
            async with self:
                self.recent = [fresh if each.id == fresh.id else each for each in self.recent]
            yield

    @rx.event
    async def submit(self, form: dict[str, Any]) -> Any:  # noqa: ANN401  # Reflex's events are many types
        """Start the ad and go to its page, or say what is wrong with the brief, where it is."""
        user = await self._require_user()
        if self.starting:
            return
        self.prompt, self.problem, self.problem_at = str(form.get("prompt", ""))[:ROOM], "", ""
        self.starting = True
        options = await self.get_state(OptionsState)
        keep(options, form)
        yield
        self.starting = False
        given = await self.get_state(gifts.GiftsState)
        chosen = {"duration": self.duration, "aspect_ratio": self.aspect_ratio, **options.filled}
        asked = {**chosen, **form, **gifts.fields(given)}
        try:
            ad = await self._order(generations.start, user.id, order.brief(asked))
        except ValidationError as error:
            self.problem, self.problem_at = str(refusal(error.errors())), order.field_of(error, asked)
            if self.problem_at not in {"", "prompt"}:
                colours.fill(await self.get_state(colours.ColoursState), form)
                options.unfolded = True
                renew(options)
            if self.problem_at:
                yield
                yield rx.set_focus(self.problem_at)
        except NotLoggedIn:
            raise
        except AdGenError as error:
            self.problem = str(error)
        else:
            await self._put(user, Draft())
            self._source, self.undoable = "", False
            self.starting = True  # until the page is left: a second click is no second ad
            yield rx.redirect(f"/ads/{ad.id}")


@page("/create", title="Make an ad", on_load=CreateState.load)
def create() -> rx.Component:
    """The brief, then the latest ads."""
    return rx.el.div(
        rx.el.div(
            rx.el.div(rx.el.h1("What do you sell?"), _afresh(), class_name="head-row"),
            rx.el.p("A sentence or two is enough. We plan it, design it, score it and cut it.", class_name="lead"),
            class_name="page-head",
        ),
        _form(),
        _recent(),
        class_name="column",
    )


def _afresh() -> rx.Component:
    some = (CreateState.prompt != "") | (chosen() > 0) | (GiftsState.number > 0)
    return rx.cond(
        CreateState.undoable,
        rx.el.button("Undo", type="button", on_click=CreateState.undo, class_name="button small quiet"),
        rx.cond(
            some,
            rx.el.button(
                "Start empty", type="button", on_click=CreateState.start_empty, class_name="button small quiet"
            ),
        ),
    )


def _form() -> rx.Component:
    wrong = Wrong(CreateState.problem_at, CreateState.problem)
    return rx.el.form(
        *prompt_box(
            CreateState.prompt,
            CreateState.length,
            wrong,
            key=CreateState.prompt_key,
            on_type=CreateState.type_prompt.debounce(TYPING_MS),
            on_example=CreateState.use_example,
        ),
        pictures(),
        choice(
            "Format",
            "aspect_ratio",
            SHAPES,
            CreateState.aspect_ratio,
            CreateState.choose_shape,
            key=CreateState.form_key,
        ),
        choice(
            "Length",
            "duration",
            LENGTHS,
            CreateState.duration,
            CreateState.choose_duration,
            key=CreateState.form_key,
        ),
        more(CreateState.seconds, wrong),
        rx.cond((CreateState.problem != "") & (CreateState.problem_at == ""), notice(CreateState.problem)),
        rx.el.button(
            rx.cond(CreateState.starting, "Starting ...", "Make my ad"),
            type="submit",
            disabled=CreateState.starting,
            class_name="button large wide",
        ),
        rx.cond(CreateState.left != "", rx.el.p(CreateState.left, class_name="hint centred")),
        on_submit=CreateState.submit,
        class_name="card brief",
    )


def _recent() -> rx.Component:
    some = rx.el.section(
        rx.el.div(rx.el.h2("Latest ads"), rx.el.a("All ads", href="/gallery"), class_name="section-head"),
        rx.el.div(rx.foreach(CreateState.recent, ad_card), class_name="ad-grid"),
    )
    return rx.cond(CreateState.loaded, rx.cond(CreateState.recent, some), skeletons(RECENT))
