"""A scene in words, before it is timed."""

from dataclasses import dataclass

from adgen_app.domain.storyboard import SceneKind


@dataclass(frozen=True, slots=True)
class Slot:
    """The room that an arc gives a scene."""

    seconds: float
    lines: int
    """That it takes to keep the scene moving."""
    room: float
    """Characters that can be read in it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a scene says."""

    kind: SceneKind
    lines: tuple[str, ...]
