"""A brief that is not an ad yet: all that the form holds, so that it can be put away and brought back."""

from dataclasses import dataclass, field
from typing import Self

import reflex as rx
from reflex.event import EventSpec

from adgen_app.domain.account import Account
from adgen_app.domain.asset import AssetId
from adgen_app.domain.brief import Brief
from adgen_app.ui import colours, gifts
from adgen_app.ui.options import NAMES, ROOM, OptionsState, renew
from adgen_app.ui.state import SessionState


@dataclass(frozen=True, slots=True)
class Draft:
    """As typed and chosen, whether or not an ad could be made of it; files by their ids."""

    prompt: str = ""
    duration: str = "15"
    aspect_ratio: str = "9:16"
    filled: dict[str, str] = field(default_factory=dict)
    boxes: dict[str, str] = field(default_factory=dict)
    files: tuple[AssetId, ...] = ()

    @classmethod
    def of(cls, brief: Brief) -> Self:
        """What the form of that brief held."""
        return cls(
            prompt=brief.prompt,
            duration=str(int(brief.duration)),
            aspect_ratio=brief.aspect_ratio,
            filled={name: str(getattr(brief, name) or "") for name in NAMES},
            boxes=dict(zip(colours.COLOURS, brief.brand_colours, strict=False)),
            files=brief.assets,
        )

    @property
    def empty(self) -> bool:
        """Whether nobody would miss it."""
        said = (self.prompt, *self.filled.values(), *self.boxes.values())
        return not self.files and all(each.strip() in {"", "auto"} for each in said)


class DraftState(SessionState):
    """The draft in the form: the browser owns the boxes, another key puts something else into them."""

    prompt: str = ""
    problem: str = ""
    problem_at: str = ""
    """The box that it is about, if it is about one."""
    starting: bool = False
    duration: str = "15"
    aspect_ratio: str = "9:16"
    prompt_key: int = 0
    form_key: int = 0
    undoable: bool = False
    _put_away: Draft | None = None
    _source: str = ""
    """The ad whose brief the form was last filled with, so that coming back to it loses nothing."""

    @rx.var
    def length(self) -> int:
        """Characters that count."""
        return len(" ".join(self.prompt.split()))

    @rx.var
    def seconds(self) -> int:
        """How long the ad is to be; what is no length is refused when the ad is asked for."""
        return int(self.duration) if self.duration.isdecimal() else 0

    @rx.event
    async def type_prompt(self, text: str) -> None:
        """Keep what is typed; the browser owns the box, so nothing typed meanwhile is lost."""
        await self._require_user()
        if not self.starting and text != self.prompt:  # the last letters may arrive after the click
            self.prompt, self.undoable = text[:ROOM], False
            if self.problem_at in {"", "prompt"}:
                self.problem = self.problem_at = ""

    @rx.event
    async def use_example(self, text: str) -> None:
        """Put an example into the box; what was typed there can be brought back."""
        before = await self._draft()
        await self.type_prompt(text)
        self.prompt_key += 1
        self._put_away, self.undoable = before, bool(before.prompt.strip())

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
    async def start_empty(self) -> list[EventSpec]:
        """Put away what is there, and leave the address of another ad's brief."""
        await self._replace(await self._require_user(), Draft())
        there = [rx.redirect("/create", replace=True)] if self._source else []
        return [*there, rx.set_focus("prompt")]

    @rx.event
    async def undo(self) -> EventSpec | None:
        """Bring back what was put away; that puts away what is there."""
        user = await self._require_user()
        if self._put_away is None:
            return None
        await self._replace(user, self._put_away)
        return rx.set_focus("prompt")

    async def _draft(self) -> Draft:
        options, coloured = await self.get_state(OptionsState), await self.get_state(colours.ColoursState)
        return Draft(
            self.prompt,
            self.duration,
            self.aspect_ratio,
            dict(options.filled),
            dict(coloured.boxes),
            gifts.files(await self.get_state(gifts.GiftsState)),
        )

    async def _put(self, user: Account, draft: Draft) -> None:
        self.prompt, self.duration, self.aspect_ratio = draft.prompt, draft.duration, draft.aspect_ratio
        self.problem = self.problem_at = ""
        self.prompt_key, self.form_key = self.prompt_key + 1, self.form_key + 1
        (await self.get_state(OptionsState)).filled = dict(draft.filled)
        colours.fill(await self.get_state(colours.ColoursState), draft.boxes)
        await gifts.fill(await self.get_state(gifts.GiftsState), user, draft.files)
        await self._unfold()
        renew(await self.get_state(OptionsState))

    async def _replace(self, user: Account, draft: Draft) -> None:
        """What is there can be brought back, unless it is nothing."""
        before = await self._draft()
        await self._put(user, draft)
        self._put_away, self.undoable = before, not before.empty

    async def _unfold(self) -> None:
        """Open the section that something is in."""
        options, given = await self.get_state(OptionsState), await self.get_state(gifts.GiftsState)
        coloured = await self.get_state(colours.ColoursState)
        options.unfolded = bool(options.chosen or coloured.given or given.sounds)
