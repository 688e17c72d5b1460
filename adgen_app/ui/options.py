"""What a brief says beyond its description: kept as it is typed, for when the page comes back."""

from collections.abc import Mapping
from typing import Any

import reflex as rx

from adgen_app.ui.state import SessionState

TEXTS = ("product_name", "audience", "offer", "call_to_action")
CHOICES = ("style", "music_mood", "framework")
NAMES = (*TEXTS, *CHOICES, "voice_text")
ROOM = 5000
"""Characters that a box takes; what is too long is told, not cut, but must not fill the server's memory."""


class OptionsState(SessionState):
    """The browser owns the boxes; another `key` puts other texts into them, and opens the section if it is to be."""

    filled: dict[str, str] = {}
    unfolded: bool = False
    key: int = 0

    @rx.var
    def chosen(self) -> int:
        """How many there are; what a voice says counts as the voice does."""
        return sum(self.filled.get(name, "").strip() not in {"", "auto"} for name in (*TEXTS, *CHOICES))

    @rx.event
    async def fill_in(self, name: str, value: str) -> None:
        """Keep what is typed or chosen."""
        await self._require_user()
        keep(self, {name: value})


def keep(state: OptionsState, form: Mapping[str, Any]) -> None:
    """Take what a form holds of them."""
    state.filled = {**state.filled, **{name: str(form[name])[:ROOM] for name in NAMES if name in form}}


def renew(state: OptionsState) -> None:
    """Draw the section anew with what is kept."""
    state.key += 1
