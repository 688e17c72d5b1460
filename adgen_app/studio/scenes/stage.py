"""What a staging gets to work with."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import skia

from adgen_app.domain.asset import MediaName
from adgen_app.domain.brand import Style
from adgen_app.domain.formats import AspectRatio, Box
from adgen_app.domain.storyboard import Animation, Overlay, Place, Scene
from adgen_app.studio.look.icons import Icon, akin, filmed, icon, matching
from adgen_app.studio.look.palette import Palette, Tone
from adgen_app.studio.look.style import Ground, Look, Spot
from adgen_app.studio.look.styles import LOOKS
from adgen_app.studio.media import located
from adgen_app.studio.photo.load import load
from adgen_app.studio.scenes.band import above, cleared, cleared_spot
from adgen_app.studio.text.fit import Limits
from adgen_app.studio.text.kinetic import Block, Setting
from adgen_app.studio.text.words import rtl

Drawing = Callable[[skia.Canvas, float], None]
"""Draws a part of a scene as it is `t` seconds after the scene's start."""

_TAIL = re.compile(r"[,.;:\u060c\u061b\u3001\u3002\uff0c\uff1a]| (?:with|for|from|in|that|which|by|made|at|to) ")
"""Where a product's name ends, the rest tells more about it."""
_HEADS = 2
"""Parts of it of which one says what it is: in "Kuro: a restaurant, 12 courses" the second."""
ANCHORS = {Place.TOP: 0.0, Place.CENTRE: 0.5, Place.BOTTOM: 1.0}


@dataclass(frozen=True, slots=True)
class Stage:
    """One scene with everything around it that it shows. Equal stages give equal frames."""

    scene: Scene
    index: int
    lead: float
    """Seconds that the scene is seen before its cut, under the crossfade."""
    seconds: float
    """From the first to the last frame in which the scene is seen."""
    style: Style
    aspect_ratio: AspectRatio
    colours: tuple[str, ...]
    name: str
    product: str
    call_to_action: str
    language: str
    logo: MediaName | None
    media: Path | None
    """The folder with the files that the storyboard names."""
    inks: Palette | None = None
    """Takes the place of the style's own palette: over a photo."""
    captioned: bool = False
    """What somebody says is written under the scene."""

    @property
    def look(self) -> Look:
        """The style's design system."""
        return LOOKS[self.style]

    @property
    def safe(self) -> Box:
        """Where the scene's texts may stand."""
        return above(self.aspect_ratio) if self.captioned else self.aspect_ratio.safe_area

    @property
    def short(self) -> int:
        """The shorter side, in pixels."""
        return min(self.aspect_ratio.size)

    @property
    def photo(self) -> Path | None:
        """The picture that the scene shows; None if there is none, or nothing to be seen on it. Raises StudioFailed."""
        return _shown(self.media, self.scene.photo)

    @property
    def sign(self) -> Path | None:
        """The brand's logo; None if there is none, or nothing to be seen on it. Raises StudioFailed."""
        return _shown(self.media, self.logo)

    def room(self, box: Box) -> Box:
        """The box, out of the captions' way."""
        return cleared(box, self.aspect_ratio) if self.captioned else box

    def spot(self, spot: Spot) -> Spot:
        """The circle, out of the captions' way."""
        return cleared_spot(spot, self.aspect_ratio) if self.captioned else spot

    def palette(self, tone: Tone) -> Palette:
        """The brand's colours in the style, in a tone."""
        return self.inks or _palette(self.style, self.colours, tone)

    def ground(self, tone: Tone) -> Ground:
        """What the background is painted from; the seed is the brand's and the scene's, not the text's."""
        seed = sum(map(ord, self.name)) + 37 * self.index
        return Ground(self.palette(tone), tone, self.aspect_ratio.size, self.aspect_ratio.safe_area.bottom + 12, seed)

    def icon(self, text: str = "", otherwise: str = "sparkles") -> Icon:
        """The sign that fits a text, or else what the product is."""
        spoken = self.language
        parts = _TAIL.split(self.product)[:_HEADS]
        head = next((found for part in parts if (found := akin(part, spoken))), None)
        named = matching(text, spoken) or head or (matching(self.product) if spoken == "en" else None)
        return named or filmed(self.scene.visual) or icon(otherwise)

    def block(  # noqa: PLR0913 - a text has this many properties
        self,
        text: str,
        box: Box,
        *,
        tone: Tone,
        biggest: float,
        headline: bool = True,
        lines: int = 5,
        anchor: float = 0.5,
        animation: Animation = Animation.SLIDE_UP,
        align: float | None = None,
        plain: bool = False,
    ) -> Block:
        """A text set in the style: headlines in the display face, the rest in the text face."""
        look = self.look
        setting = Setting(
            face=look.display if headline else look.text,
            palette=self.palette(tone),
            motion=look.motion,
            language=self.language,
            animation=animation,
            align=self.align(text) if align is None else align,
            emphasis=look.emphasis if headline and not plain else None,
            soft=not headline,
        )
        return Block(text, box, Limits(box.width, box.height, biggest, lines), setting, anchor)

    def align(self, text: str) -> float:
        """0 left, 0.5 centred, 1 right: the style's, mirrored for scripts that run right to left."""
        if self.look.centred:
            return 0.5
        return 1.0 if rtl(text) else 0.0


def _shown(media: Path | None, name: MediaName | None) -> Path | None:
    path = located(media, name) if name else None
    return path if path and not load(path).blank else None


@dataclass(frozen=True, slots=True)
class Beat:
    """A share of a scene's time."""

    number: int
    start: float
    end: float

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return self.end - self.start


@lru_cache(maxsize=64)
def _palette(style: Style, colours: tuple[str, ...], tone: Tone) -> Palette:
    """Asked for in every frame, and slow to find: inks are tried until they can be read."""
    return LOOKS[style].colours(colours, tone)


LONGEST_BEAT = 5.2
"""Seconds after which something new must happen."""


def beats(stage: Stage, count: int) -> list[Beat]:
    """The scene's time shared out; more beats than asked for (a multiple) when each would be too long."""
    first, last = max(0.0, stage.lead - 0.2), stage.seconds
    times = max(1, round((last - first) / count / LONGEST_BEAT))
    share = (last - first) / (count * times)
    return [Beat(number, first + number * share, first + (number + 1) * share) for number in range(count * times)]


def paired(overlays: tuple[Overlay, ...]) -> list[tuple[Overlay, Overlay | None]]:
    """Headline with its support, two at a time."""
    return [(overlays[at], overlays[at + 1] if at + 1 < len(overlays) else None) for at in range(0, len(overlays), 2)]
