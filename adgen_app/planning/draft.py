"""A scene in words, before it is timed."""

from dataclasses import dataclass

from adgen_app.domain.storyboard import SceneKind


@dataclass(frozen=True, slots=True)
class Draft:
    """What a scene says, what it shows."""

    kind: SceneKind
    lines: tuple[str, ...]
    visual: str
    narration: str = ""
