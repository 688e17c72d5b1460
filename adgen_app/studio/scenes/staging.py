"""What a staging hands over, ready to be drawn at any time."""

from collections.abc import Callable
from dataclasses import dataclass

from adgen_app.studio.look.palette import Palette, Tone
from adgen_app.studio.look.pixels import Frame
from adgen_app.studio.scenes.stage import Drawing, Stage


@dataclass(frozen=True, slots=True)
class Staging:
    """A scene's tone and its drawings, from back to front."""

    tone: Tone
    drawings: tuple[Drawing, ...]
    ground: Callable[[float], Frame] | None = None
    """What the frame shows at `t` seconds in place of the style's light; a new frame each time."""
    mark: Palette | None = None
    """The brand's name stands on that ground: the colours that can be read there."""


Director = Callable[[Stage], Staging]
"""Stages a scene of one kind."""
