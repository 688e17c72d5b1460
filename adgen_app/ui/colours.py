"""The brand's colours of a brief: picked, or typed."""

import re
from collections.abc import Mapping
from typing import Any

import reflex as rx

from adgen_app.domain.brand import COLOUR_PATTERN
from adgen_app.ui.state import SessionState

COLOURS = ("colour_1", "colour_2", "colour_3")
ROOM = 40
"""Characters that a box takes: what is no colour is told, not cut."""


class ColoursState(SessionState):
    """The browser owns boxes and pickers; each is renewed when the other changed."""

    boxes: dict[str, str] = {}
    swatches: dict[str, str] = {}

    @rx.var
    def given(self) -> int:
        """How many there are."""
        return sum(bool(value.strip()) for value in self.boxes.values())

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


def fill(state: ColoursState, boxes: Mapping[str, Any]) -> None:
    """Show these, or none; a picker shows what is a colour."""
    state.boxes = {name: str(boxes[name])[:ROOM] for name in COLOURS if boxes.get(name)}
    state.swatches = {name: value for name, value in state.boxes.items() if re.fullmatch(COLOUR_PATTERN, value)}
