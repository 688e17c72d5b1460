"""What a style is made of."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

import skia

from adgen_app.domain.formats import Size
from adgen_app.studio.look.grade import Grade
from adgen_app.studio.look.icons import Icon
from adgen_app.studio.look.motion import Motion
from adgen_app.studio.look.palette import Palette, Tone
from adgen_app.studio.look.transition import Change
from adgen_app.studio.typefaces import Face


class Spot(NamedTuple):
    """A circle in which something is shown."""

    x: float
    y: float
    radius: float


class Emphasis(StrEnum):
    """How the word that matters stands out."""

    COLOUR = "colour"
    PLATE = "plate"
    UNDERLINE = "underline"


@dataclass(frozen=True, slots=True)
class Ground:
    """What a style's background is painted from."""

    palette: Palette
    tone: Tone
    size: Size
    floor: int
    """Below this line no text stands, so that colours may be as strong as they like."""
    seed: int


@dataclass(frozen=True, slots=True)
class Podium:
    """How a style presents a product's photo."""

    light: Callable[[skia.Canvas, Palette, Spot, float], None]
    """What shines or stands behind a product that is cut out, `t` seconds after it came in."""
    mount: Callable[[skia.Canvas, Palette, skia.Rect, float], None]
    """What a framed photo lies on, drawn before it."""
    shadow: float
    """How dark its shadow on the floor is, 0 to 1."""
    reflection: float = 0.0
    """How bright the floor mirrors it."""
    lean: float = 0.0
    """Degrees that it leans to the right."""
    sway: float = 0.0
    """Degrees that it rocks to either side."""
    hop: float = 0.0
    """Share of its height that it jumps."""
    plate: bool = False
    """Texts over a photo stand on a plate, not on a darkened part of it."""


@dataclass(frozen=True, slots=True)
class Look:
    """A style: a design system in one value."""

    display: Face
    text: Face
    colours: Callable[[tuple[str, ...], Tone], Palette]
    """Brand colours (`#RRGGBB`) into the palette of a scene."""
    shader: str
    """SkSL: `half3 light(float2 p)`, p in units of the shorter side; may use t, seed, res, c0, c1, c2."""
    decor: Callable[[skia.Canvas, Ground, float], None]
    """Shapes between background and text; behind a text only colours from `Palette.veil`."""
    emblem: Callable[[skia.Canvas, Palette, Spot, Icon, float], None]
    """The product's sign, `t` seconds after it came in."""
    button: Callable[[skia.Canvas, Palette, skia.Rect, float], None]
    """The call to action's shape; the text is laid on it in `on_accent`."""
    podium: Podium
    motion: Motion
    transition: Change
    """How a scene gives way to the next one."""
    grade: Grade
    emphasis: Emphasis
    centred: bool
    corner: float
    """Roundness of panels: share of their height."""
    line: float
    """Width of an icon's lines, on its grid of 24."""
    burst: int
    """Points of the star that carries an offer; 0 for a plain disc."""
