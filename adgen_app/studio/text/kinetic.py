"""A text that comes in word by word, lives, then leaves."""

from dataclasses import dataclass

import skia

from adgen_app.domain.formats import Box
from adgen_app.domain.storyboard import Animation
from adgen_app.studio.look.motion import Motion, clamp, in_cubic, in_out, out_cubic, ramp
from adgen_app.studio.look.palette import Palette
from adgen_app.studio.look.pen import fill, stroke
from adgen_app.studio.look.style import Emphasis
from adgen_app.studio.text.emphasis import stressed
from adgen_app.studio.text.fit import Fitted, Limits, Placed, fit
from adgen_app.studio.text.pace import pace
from adgen_app.studio.text.sprite import LINEAR, Sprite, sprite
from adgen_app.studio.text.typing import CARET, Typed, blinking
from adgen_app.studio.typefaces import Face

_BREATH = 0.022
"""A text grows by this share while it stands, so that it never freezes."""
_PLATE = 0.09
"""How far a plate reaches beyond its word, in em."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a block of text is set."""

    face: Face
    palette: Palette
    motion: Motion
    language: str
    animation: Animation
    align: float
    emphasis: Emphasis | None = None
    soft: bool = False
    """Set in the softer ink."""


class Block:
    """A fitted text at its place, its words drawn."""

    def __init__(self, text: str, box: Box, limits: Limits, setting: Setting, anchor: float = 0.5) -> None:
        """`anchor` is 0 to stand at the box's top, 0.5 in its middle, 1 at its bottom."""
        typed = setting.animation is Animation.TYPED
        width = min(limits.width, box.width) - (2 * CARET * limits.biggest if typed else 0)
        inner = Limits(width, min(limits.height, box.height), limits.biggest, limits.lines, limits.smallest)
        self.fitted: Fitted = fit(text, setting.face, inner, setting.language, setting.align)
        self.setting = setting
        self.left = round(box.left + (box.width - self.fitted.width) * setting.align)
        self.top = round(box.top + (box.height - self.fitted.height) * anchor)
        self._stressed = stressed(self.fitted.words) if setting.emphasis else frozenset[int]()
        self._sprites = [(word, self._sprite(word)) for word in self.fitted.words]
        self._pace = pace(setting.animation, setting.motion, self.fitted.words)
        measured = self.fitted.words if typed else ()
        self._typed = [Typed.of(word, setting.face, setting.language) for word in measured]

    @property
    def box(self) -> Box:
        """Where the text stands when it has settled."""
        right, bottom = self.left + self.fitted.width, self.top + self.fitted.height
        return Box(self.left, self.top, round(right), round(bottom))

    @property
    def entering(self) -> float:
        """Seconds until the last word has come in."""
        return self._pace[-1].start + self._pace[-1].seconds

    def draw(self, canvas: skia.Canvas, t: float, start: float, end: float) -> None:
        """Draw the text as it is at `t` when it comes in at `start` and has left at `end`."""
        motion = self.setting.motion
        if not start <= t < end:
            return
        gone = ramp(t, end - motion.leave, motion.leave)
        grown = 1 - _BREATH * (1 - in_out(clamp((t - start) / max(0.1, end - start))))
        centre = ((self.box.left + self.box.right) / 2, (self.box.top + self.box.bottom) / 2)
        canvas.save()
        canvas.translate(centre[0], centre[1] - in_cubic(gone) * 46)
        canvas.scale(grown, grown)
        canvas.translate(-centre[0], -centre[1])
        for word, picture in self._sprites:
            self._word(canvas, word, picture, (t - start - self._pace[word.order].start, 1 - gone))
        self._caret(canvas, t - start, 1 - gone)
        canvas.restore()

    def _word(self, canvas: skia.Canvas, word: Placed, picture: Sprite, when: tuple[float, float]) -> None:
        since, opacity = when
        if since <= 0:
            return
        motion = self.setting.motion
        come = clamp(since / self._pace[word.order].seconds)
        x, y, size = self.left + word.x, self.top + word.y, self.fitted.size
        if word.order in self._stressed:
            self._mark(canvas, word, (x, y), (since, opacity))
        canvas.save()
        alpha = opacity * min(1.0, come * 2.5)
        middle = (x + word.extent.advance * size / 2, y - size * 0.35)
        if self.setting.animation is Animation.SLIDE_UP:
            band = skia.Rect.MakeLTRB(x - size, y - size * 1.25, x + word.extent.right * size + size, y + size * 0.42)
            canvas.clipRect(band)
            canvas.translate(0, (1 - motion.ease(come)) * size * 1.2)
        elif self.setting.animation is Animation.SCALE:
            self._zoom(canvas, middle, come, 0.45)
        elif self.setting.animation is Animation.WORDS:
            self._zoom(canvas, middle, come, 0.86)
        elif self.setting.animation is Animation.TYPED:
            alpha = opacity
            self._typed[word.order].clip(canvas, (x, y), size, come)
        else:
            alpha = opacity * in_out(come)
            canvas.translate(0, (1 - out_cubic(come)) * size * 0.16)
        canvas.drawImage(picture.image, x + picture.dx, y + picture.dy, LINEAR, skia.Paint(Alphaf=alpha))
        canvas.restore()

    def _caret(self, canvas: skia.Canvas, since: float, opacity: float) -> None:
        """Where a typed text has got to."""
        begun = [at for at, coming in enumerate(self._pace) if coming.start <= since]
        if not self._typed or not begun or (since > self.entering and not blinking(since - self.entering)):
            return
        word, coming = self.fitted.words[begun[-1]], self._pace[begun[-1]]
        place = (self.left + word.x, self.top + word.y)
        come = clamp((since - coming.start) / coming.seconds)
        argb = self.setting.palette.accent_ink.argb(opacity)
        self._typed[begun[-1]].caret(canvas, place, self.fitted.size, come, argb)

    def _zoom(self, canvas: skia.Canvas, centre: tuple[float, float], come: float, least: float) -> None:
        motion = self.setting.motion
        eased = motion.ease(come)
        canvas.translate(*centre)
        grown = max(0.01, least + (1 - least) * eased)
        canvas.scale(grown, grown)
        canvas.rotate(motion.tilt * (1 - eased))
        canvas.translate(-centre[0], -centre[1])

    def _mark(self, canvas: skia.Canvas, word: Placed, place: tuple[float, float], when: tuple[float, float]) -> None:
        size, ink, colours = self.fitted.size, word.extent, self.setting.palette
        swept = out_cubic(clamp((when[0] - 0.1) / 0.4))
        left, right = place[0] + ink.left * size, place[0] + ink.right * size
        if self.setting.emphasis is Emphasis.PLATE:
            reach = _PLATE * size
            rect = skia.Rect.MakeLTRB(
                left - reach, place[1] + ink.top * size - reach, right + reach, place[1] + ink.bottom * size + reach
            )
            canvas.drawRoundRect(
                skia.Rect.MakeXYWH(rect.left(), rect.top(), rect.width() * swept, rect.height()),
                reach,
                reach,
                fill(colours.accent.argb(when[1])),
            )
        elif self.setting.emphasis is Emphasis.UNDERLINE and swept > 0:
            path = skia.Path()
            low = place[1] + size * 0.16
            path.moveTo(left, low)
            path.quadTo(left + (right - left) * 0.5, low + size * 0.1, left + (right - left) * swept, low - size * 0.01)
            canvas.drawPath(path, stroke(colours.accent.argb(0.9 * when[1]), max(3.0, size * 0.055)))

    def _sprite(self, word: Placed) -> Sprite:
        setting, colours = self.setting, self.setting.palette
        ink = colours.soft if setting.soft else colours.ink
        if word.order in self._stressed:
            ink = colours.on_accent if setting.emphasis is Emphasis.PLATE else colours.accent_ink
        return sprite(word, setting.face, setting.language, self.fitted.size, ink.argb())
