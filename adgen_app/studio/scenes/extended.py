"""A photo that does not fit the frame: whole, before a blurred enlargement of itself."""

import cv2
import numpy as np

from adgen_app.domain.formats import AspectRatio, Box, Size
from adgen_app.studio.look.pixels import Frame
from adgen_app.studio.photo.crop import Salience, centre, crop
from adgen_app.studio.photo.load import scaled
from adgen_app.studio.photo.moving import Moving
from adgen_app.studio.scenes.legible import Veil
from adgen_app.studio.scenes.stage import Stage

_FLATTEST = {AspectRatio.VERTICAL: 1.35, AspectRatio.PORTRAIT: 1.55, AspectRatio.SQUARE: 1.8, AspectRatio.WIDE: 1.0}
_THINNEST = {AspectRatio.VERTICAL: 0.6, AspectRatio.PORTRAIT: 0.6, AspectRatio.SQUARE: 0.55, AspectRatio.WIDE: 0.62}
"""Width to height of what is shown sharp; what is longer is cropped to where the eye goes."""
_TEXTS = {
    AspectRatio.VERTICAL: Box(120, 392, 888, 790),
    AspectRatio.PORTRAIT: Box(84, 150, 996, 540),
    AspectRatio.SQUARE: Box(84, 130, 996, 430),
    AspectRatio.WIDE: Box(130, 160, 960, 930),
}
_SHADE = 0.3
"""How dark the enlargement gets beside the sharp picture."""


class Extended:
    """Sharp at one side of the frame, soft where the texts stand."""

    def __init__(self, stage: Stage, pixels: Frame, seen: Salience) -> None:
        """Everything that does not move is made here."""
        self.size, self.text = stage.aspect_ratio.size, stage.room(_TEXTS[stage.aspect_ratio])
        wide = min(_FLATTEST[stage.aspect_ratio], max(_THINNEST[stage.aspect_ratio], pixels.shape[1] / pixels.shape[0]))
        self.sharp = _window(stage.aspect_ratio, wide)
        shape = self.sharp.width / self.sharp.height
        part = crop(pixels, seen, shape).box
        grade = stage.look.grade
        self._moving = Moving(pixels, part, Size(self.sharp.width, self.sharp.height), centre(seen), grade)
        self.soft = _soft(pixels, crop(pixels, seen, self.size.width / self.size.height).box, self.size)
        self._shaded = _shaded(self.soft, self.sharp)

    def cover(self, veil: Veil) -> None:
        """Lay a veil over all that is soft."""
        colour = np.array([*veil.colour[::-1], 1.0], np.float32) * 255
        mixed = self._shaded * np.float32(1 - veil.alpha) + colour * np.float32(veil.alpha)
        self._shaded = np.rint(mixed).astype(np.uint8)

    @property
    def still(self) -> Frame:
        """What does not move."""
        return self._shaded

    def at(self, share: float) -> Frame:
        """A new frame."""
        frame, box = self._shaded.copy(), self.sharp
        frame[box.top : box.bottom, box.left : box.right] = self._moving.at(share)
        return frame


def _window(aspect_ratio: AspectRatio, wide: float) -> Box:
    """Where the sharp picture lies: from edge to edge, below the texts or, in landscape, to the right of them."""
    width, height = aspect_ratio.size
    text = _TEXTS[aspect_ratio]
    if aspect_ratio is AspectRatio.WIDE:
        return Box(max(text.right + 40, width - round(height * wide)), 0, width, height)
    top = text.bottom + 40
    tall = min(height - top, round(width / wide))
    slack = height - top - tall
    top += round(slack * 0.35) if aspect_ratio is AspectRatio.VERTICAL else slack
    return Box(0, top, width, top + tall)


def _soft(pixels: Frame, part: Box, size: Size) -> Frame:
    cropped = pixels[part.top : part.bottom, part.left : part.right]
    small = scaled(cropped, max(size.width / part.width, size.height / part.height) / 16)
    blurred = cv2.GaussianBlur(small, (0, 0), 3.2, borderType=cv2.BORDER_REPLICATE)
    full = cv2.resize(blurred, size, interpolation=cv2.INTER_CUBIC)
    return np.asarray(cv2.cvtColor(full, cv2.COLOR_BGR2BGRA), np.uint8)


def _shaded(soft: Frame, sharp: Box) -> Frame:
    """The shadow that the sharp picture throws."""
    mask = np.zeros((soft.shape[0] // 8, soft.shape[1] // 8), np.float32)
    mask[sharp.top // 8 : sharp.bottom // 8, sharp.left // 8 : sharp.right // 8] = _SHADE
    dark = cv2.resize(cv2.GaussianBlur(mask, (0, 0), 5), (soft.shape[1], soft.shape[0]), interpolation=cv2.INTER_LINEAR)
    shaded = soft * (1 - np.asarray(dark, np.float32))[:, :, None]
    shaded[:, :, 3] = 255
    return np.rint(shaded).astype(np.uint8)
