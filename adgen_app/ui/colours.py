"""The brand's colours of a brief: picked, or typed."""

import re
from collections.abc import Sequence

import reflex as rx

from adgen_app.domain.brand import COLOUR_PATTERN
from adgen_app.ui.state import SessionState

COLOURS = ("colour_1", "colour_2", "colour_3")


class ColoursState(SessionState):
    """The browser owns boxes and pickers; each is renewed when the other changed."""

    boxes: dict[str, str] = {}
    swatches: dict[str, str] = {}

    @rx.var
    def given(self) -> bool:
        """Whether there is any."""
        return any(self.boxes.values())

    @rx.event
    async def pick(self, name: str, value: str) -> None:
        """Write a picked colour into its box."""
        await self._require_user()
        self.boxes = {**self.boxes, name: value.upper()}

    @rx.event
    async def type(self, name: str, value: str) -> None:
        """Show a typed colour in its picker; what is no colour is told when the ad is asked for."""
        await self._require_user()
        self.boxes = {**self.boxes, name: value}
        if re.fullmatch(COLOUR_PATTERN, value):
            self.swatches = {**self.swatches, name: value}


def fill(state: ColoursState, colours: Sequence[str]) -> None:
    """Show these, or none."""
    state.boxes = dict[str, str](zip(COLOURS, colours, strict=False))
    state.swatches = dict(state.boxes)
