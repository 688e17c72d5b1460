"""Where an ad begins: one big box, everything else on demand."""

from collections.abc import AsyncGenerator
from typing import Any

import reflex as rx
from pydantic import ValidationError
from reflex.event import EventCallback, EventSpec

from adgen_app.domain.brief import Brief
from adgen_app.domain.generation import GenerationId
from adgen_app.domain.refusal import refusal
from adgen_app.errors import AdGenError, NotFound, NotLoggedIn
from adgen_app.services import generations
from adgen_app.ui import colours, gifts
from adgen_app.ui.cards import Card, card
from adgen_app.ui.components.ad_card import ad_card, skeletons
from adgen_app.ui.components.choice import choice
from adgen_app.ui.components.form import notice
from adgen_app.ui.components.giving import music, pictures, voice
from adgen_app.ui.components.offered import FRAMEWORKS, LENGTHS, SHAPES, optional_fields
from adgen_app.ui.components.prompt import prompt_box
from adgen_app.ui.live import followed
from adgen_app.ui.page import page
from adgen_app.ui.state import SessionState, in_thread, loads

RECENT = 4
TYPING_MS = 150
"""Pause after which what is typed is told to the server."""
OPTIONAL = ("product_name", "audience", "offer", "call_to_action")


class CreateState(SessionState):
    """The brief as it is typed, and the latest ads."""

    prompt: str = ""
    problem: str = ""
    starting: bool = False
    duration: str = "15"
    aspect_ratio: str = "9:16"
    framework: str = "auto"
    filled: dict[str, str] = {"voice_text": ""}
    prompt_key: int = 0
    form_key: int = 0
    recent: list[Card] = []
    loaded: bool = False

    @rx.var
    def length(self) -> int:
        """Characters that count."""
        return len(" ".join(self.prompt.split()))

    @rx.var
    def seconds(self) -> int:
        """How long the ad is to be; what is no length is refused when the ad is asked for."""
        return int(self.duration) if self.duration.isdecimal() else 0

    @rx.var
    def chosen(self) -> bool:
        """Whether anything under "More options" came with the brief."""
        return self.framework != "auto" or any(value not in {"", "auto"} for value in self.filled.values())

    @rx.event
    @loads
    async def load(self) -> list[EventSpec | EventCallback[()]]:
        """Latest ads; another ad's brief when asked to duplicate it."""
        user = await self._require_user()
        self.problem, self.starting = "", False
        given = await self.get_state(gifts.GiftsState)
        await gifts.look(given, user)
        found = await in_thread(generations.page, user.id, limit=RECENT)
        self.recent = [card(ad) for ad in found.generations]
        self.loaded = True
        source = self.router.url.query_parameters.get("from", "")
        if source:
            try:
                brief = (await in_thread(generations.get, user.id, GenerationId(source))).brief
                self._fill(brief)
                colours.fill(await self.get_state(colours.ColoursState), brief.brand_colours)
                await gifts.fill(given, user, brief)
            except NotFound as error:
                return [rx.toast.error(str(error)), CreateState.watch]
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
    async def type_prompt(self, text: str) -> None:
        """Keep what is typed; the browser owns the box, so nothing typed meanwhile is lost."""
        await self._require_user()
        if not self.starting and text != self.prompt:  # the last letters may arrive after the click
            self.prompt, self.problem = text, ""

    @rx.event
    async def use_example(self, text: str) -> None:
        """Put an example into the box."""
        await self.type_prompt(text)
        self.prompt_key += 1

    @rx.event
    async def choose_duration(self, value: str) -> None:
        """Keep the length."""
        await self._require_user()
        self.duration = value

    @rx.event
    async def choose_shape(self, value: str) -> None:
        """Keep the format."""
        await self._require_user()
        self.aspect_ratio = value

    @rx.event
    async def choose_framework(self, value: str) -> None:
        """Keep the framework."""
        await self._require_user()
        self.framework = value

    @rx.event
    async def submit(self, form: dict[str, Any]) -> Any:  # noqa: ANN401  # Reflex's events are many types
        """Start the ad and go to its page, or say what is wrong with the brief."""
        user = await self._require_user()
        if self.starting:
            return
        self.prompt, self.problem, self.starting = str(form.get("prompt", "")), "", True
        yield
        self.starting = False
        given = await self.get_state(gifts.GiftsState)
        try:
            ad = await self._order(generations.start, user.id, self._brief({**form, **gifts.fields(given)}))
        except ValidationError as error:
            self.problem = str(refusal(error.errors()))
        except NotLoggedIn:
            raise
        except AdGenError as error:
            self.problem = str(error)
        else:
            gifts.empty(given)
            colours.fill(await self.get_state(colours.ColoursState), ())
            self._start_over()
            self.starting = True  # until the page is left: a second click is no second ad
            yield rx.redirect(f"/ads/{ad.id}")

    def _brief(self, form: dict[str, Any]) -> Brief:
        optional = {name: form[name] for name in OPTIONAL if form.get(name, "").strip()}
        brand_colours = [form[name] for name in colours.COLOURS if form.get(name, "").strip()]
        return Brief.model_validate(
            {
                "prompt": form.get("prompt", ""),
                "duration": self.duration,
                "aspect_ratio": self.aspect_ratio,
                "framework": self.framework,
                "style": form.get("style") or "auto",
                "music_mood": form.get("music_mood") or "auto",
                "brand_colours": brand_colours,
                **{name: form[name] for name in ("photos", "logo", "track", "voice")},
                "voice_text": form.get("voice_text") or "",
                **optional,
            }
        )

    def _start_over(self) -> None:
        """The next brief starts with nothing of this one."""
        self.prompt, self.duration, self.aspect_ratio, self.framework = "", "15", "9:16", "auto"
        self.filled = {"voice_text": ""}
        self.form_key += 1

    def _fill(self, brief: Brief) -> None:
        self.prompt, self.duration = brief.prompt, str(int(brief.duration))
        self.aspect_ratio, self.framework = brief.aspect_ratio, brief.framework
        self.filled = {name: getattr(brief, name) or "" for name in OPTIONAL} | {
            "style": brief.style,
            "music_mood": brief.music_mood,
            "voice_text": brief.voice_text,
        }
        self.prompt_key += 1
        self.form_key += 1


@page("/create", title="Make an ad", on_load=CreateState.load)
def create() -> rx.Component:
    """The brief, then the latest ads."""
    return rx.el.div(
        rx.el.div(
            rx.el.h1("What do you sell?"),
            rx.el.p("A sentence or two is enough. We plan it, design it, score it and cut it.", class_name="lead"),
            class_name="page-head",
        ),
        _form(),
        _recent(),
        class_name="column",
    )


def _form() -> rx.Component:
    return rx.el.form(
        *prompt_box(
            CreateState.prompt,
            CreateState.length,
            key=CreateState.prompt_key,
            on_type=CreateState.type_prompt.debounce(TYPING_MS),
            on_example=CreateState.use_example,
        ),
        pictures(),
        choice("Format", "aspect_ratio", SHAPES, CreateState.aspect_ratio, CreateState.choose_shape),
        choice("Length", "duration", LENGTHS, CreateState.duration, CreateState.choose_duration),
        rx.el.details(
            rx.el.summary("More options"),
            choice("Framework", "framework", FRAMEWORKS, CreateState.framework, CreateState.choose_framework),
            rx.el.div(*optional_fields(CreateState.filled), class_name="two-columns", key=CreateState.form_key),
            music(),
            voice(CreateState.filled["voice_text"], CreateState.seconds),
            open=rx.cond(colours.ColoursState.given, True, CreateState.chosen),  # noqa: FBT003 - a value
            class_name="more",
        ),
        rx.cond(CreateState.problem != "", notice(CreateState.problem)),
        rx.el.button(
            rx.cond(CreateState.starting, "Starting ...", "Make my ad"),
            type="submit",
            disabled=CreateState.starting,
            class_name="button large wide",
        ),
        on_submit=CreateState.submit,
        class_name="card brief",
    )


def _recent() -> rx.Component:
    some = rx.el.section(
        rx.el.div(rx.el.h2("Latest ads"), rx.el.a("All ads", href="/gallery"), class_name="section-head"),
        rx.el.div(rx.foreach(CreateState.recent, ad_card), class_name="ad-grid"),
    )
    return rx.cond(CreateState.loaded, rx.cond(CreateState.recent, some), skeletons(RECENT))
