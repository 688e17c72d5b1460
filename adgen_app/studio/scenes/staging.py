"""What a staging hands over, ready to be drawn at any time."""

from collections.abc import Callable
from dataclasses import dataclass

from adgen_app.studio.look.palette import Tone
from adgen_app.studio.scenes.stage import Drawing, Stage


@dataclass(frozen=True, slots=True)
class Staging:
    """A scene's tone and its drawings, from back to front."""

    tone: Tone
    drawings: tuple[Drawing, ...]


Director = Callable[[Stage], Staging]
"""Stages a scene of one kind."""
