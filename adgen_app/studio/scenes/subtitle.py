"""What is said, on the picture: a phrase at a time, the word that is being spoken lit."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

import skia

from adgen_app.domain.brand import Style
from adgen_app.domain.formats import AspectRatio
from adgen_app.domain.storyboard import Storyboard
from adgen_app.studio.look.backdrop import surface
from adgen_app.studio.look.colour import Rgb, lch
from adgen_app.studio.look.palette import Palette, Tone
from adgen_app.studio.look.pen import fill
from adgen_app.studio.look.pixels import Frame
from adgen_app.studio.look.style import Emphasis, Look
from adgen_app.studio.look.styles import LOOKS
from adgen_app.studio.phrases import Phrase
from adgen_app.studio.scenes.band import band
from adgen_app.studio.speech import Said
from adgen_app.studio.spoken import spoken
from adgen_app.studio.text.fit import Fitted, Limits, Placed, fit
from adgen_app.studio.text.sprite import LINEAR, Sprite, sprite

_BIGGEST = 0.058
_ROOM, _INSET = 0.02, 0.03
"""Above and below a text on its panel, left and right of it, as shares of the shorter side."""
_ALIKE = 0.14
"""Distance in OKLab below which two inks on a dark ground look alike."""
_ABOVE, _BELOW, _ASIDE = 0.86, 0.26, 0.12
"""How far the plate of a lit word reaches around it, in em."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How the captions of an ad look."""

    style: Style
    colours: tuple[str, ...]
    aspect_ratio: AspectRatio
    language: str

    @property
    def look(self) -> Look:
        """The style's design system."""
        return LOOKS[self.style]

    @property
    def palette(self) -> Palette:
        """One for the whole ad: a caption stays as it is when scenes change under it."""
        return self.look.colours(self.colours, Tone.BASE)


def subtitle(frame: Frame, storyboard: Storyboard, number: int) -> None:
    """Write over the frame what is said in it, if it is known."""
    captions = spoken(storyboard, number, number + 1)
    if not captions:
        return
    manner = Manner(storyboard.style, storyboard.brand.colours, storyboard.aspect_ratio, storyboard.language)
    caption = captions[-1]
    with surface(frame) as canvas:
        lettering(caption.phrase, manner).draw(canvas, caption.lit(number))


class Lettering:
    """A phrase in its place, its words drawn."""

    def __init__(self, phrase: Phrase, manner: Manner) -> None:
        look, self._colours, box = manner.look, manner.palette, band(manner.aspect_ratio)
        short = min(manner.aspect_ratio.size)
        room, inset, biggest = round(_ROOM * short), round(_INSET * short), _BIGGEST * short
        lines = 1 if manner.aspect_ratio is AspectRatio.WIDE else 2
        limits = Limits(box.width - 2 * inset, box.height - 2 * room, biggest, lines, 0.6 * biggest)
        self.fitted: Fitted = fit(phrase.text, look.text, limits, manner.language, 0.5)
        self.left = box.left + (box.width - self.fitted.width) / 2
        self.top = box.top + (box.height - self.fitted.height) / 2
        edges = (self.left, self.top, self.left + self.fitted.width, self.top + self.fitted.height)
        self.panel = skia.Rect.MakeLTRB(*edges).makeOutset(inset, room)
        self._corner, self._plated = look.corner * self.fitted.size, plated(look, self._colours)
        self._owners = owners([word.text for word in self.fitted.words], phrase.words)
        colours = self._colours
        lit = colours.on_accent if self._plated else colours.accent_ink
        self._sprites = [
            (
                word,
                *(sprite(word, look.text, manner.language, self.fitted.size, ink.argb()) for ink in (colours.ink, lit)),
            )
            for word in self.fitted.words
        ]

    def draw(self, canvas: skia.Canvas, lit: int) -> None:
        """Draw it while one of its words is spoken."""
        canvas.drawRoundRect(self.panel, self._corner, self._corner, fill(self._colours.ground.argb()))
        for owner, (word, rest, bright) in zip(self._owners, self._sprites, strict=True):
            if owner == lit and self._plated:
                self._plate(canvas, word)
            self._word(canvas, word, bright if owner == lit else rest)

    def _word(self, canvas: skia.Canvas, word: Placed, picture: Sprite) -> None:
        canvas.drawImage(
            picture.image, self.left + word.x + picture.dx, self.top + word.y + picture.dy, LINEAR, skia.Paint()
        )

    def _plate(self, canvas: skia.Canvas, word: Placed) -> None:
        size, x, y = self.fitted.size, self.left + word.x, self.top + word.y
        edges = (x - _ASIDE * size, y - _ABOVE * size, x + (word.extent.advance + _ASIDE) * size, y + _BELOW * size)
        round_by = self._corner * 0.6
        canvas.drawRoundRect(skia.Rect.MakeLTRB(*edges), round_by, round_by, fill(self._colours.accent.argb()))


@lru_cache(maxsize=4)
def lettering(phrase: Phrase, manner: Manner) -> Lettering:
    """Set once, shown for a second or two."""
    return Lettering(phrase, manner)


def plated(look: Look, colours: Palette) -> bool:
    """Whether the lit word stands on a plate: where its ink alone is hard to tell from the others'."""
    dark = lch(colours.ground).lightness < 0.6
    return look.emphasis is Emphasis.PLATE or not dark or _apart(colours.accent_ink, colours.ink) < _ALIKE


def _apart(one: Rgb, other: Rgb) -> float:
    """Distance in OKLab."""
    first, second = lch(one), lch(other)
    turned = 2 * first.chroma * second.chroma * math.cos(first.hue - second.hue)
    return math.sqrt((first.lightness - second.lightness) ** 2 + first.chroma**2 + second.chroma**2 - turned)


def owners(pieces: Sequence[str], said: Sequence[Said]) -> list[int]:
    """For each piece of a set text the word that it belongs to: the one in which its middle letter lies."""
    ends = list(accumulate(len(word.text.replace(" ", "")) for word in said))
    starts = accumulate((len(piece) for piece in pieces), initial=0)
    middles = (start + len(piece) // 2 for start, piece in zip(starts, pieces, strict=False))
    return [min(len(said) - 1, sum(end <= middle for end in ends)) for middle in middles]
