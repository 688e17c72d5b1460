"""A photo that the camera slowly goes into."""

import cv2
import numpy as np

from adgen_app.domain.formats import Box, Size
from adgen_app.studio.look.grade import Grade, graded
from adgen_app.studio.look.pixels import Frame
from adgen_app.studio.photo.load import scaled

ZOOM = 0.09
"""How much nearer the camera is at the end."""


class Moving:
    """A part of a photo, scaled once; every frame of it is one warp."""

    def __init__(self, pixels: Frame, part: Box, size: Size, focus: tuple[float, float], grade: Grade) -> None:
        """`pixels` are BGR; the camera goes towards `focus`, 0 to 1 across the part."""
        cropped = pixels[part.top : part.bottom, part.left : part.right]
        larger = max(size.width / part.width, size.height / part.height) * (1 + ZOOM)
        opaque = cv2.cvtColor(scaled(cropped, larger), cv2.COLOR_BGR2BGRA)
        self._picture = graded(np.asarray(opaque, np.uint8), grade)
        self._size = size
        self._focus = focus

    def place(self, share: float) -> tuple[float, float, float]:
        """How much the picture is scaled, then shifted to the left, to the top, in pixels, when `share` is over."""
        height, width = self._picture.shape[:2]
        window = 1 + ZOOM * (1 - share)
        seen = self._size.width * window, self._size.height * window
        left, top = (
            max(0.0, whole - part) * at for whole, part, at in zip((width, height), seen, self._focus, strict=True)
        )
        return 1 / window, left / window, top / window

    def seen(self, box: Box, share: float) -> tuple[float, float, float, float]:
        """Which part of the photo's part lies behind a box of the frame: left, top, right, bottom, 0 to 1."""
        height, width = self._picture.shape[:2]
        scale, left, top = self.place(share)
        across = tuple((x + left) / scale / width for x in (box.left, box.right))
        down = tuple((y + top) / scale / height for y in (box.top, box.bottom))
        return across[0], down[0], across[1], down[1]

    def at(self, share: float) -> Frame:
        """BGRA, when `share` (0 to 1) of the time is over."""
        scale, left, top = self.place(share)
        matrix = np.array([[scale, 0, -left], [0, scale, -top]], np.float64)
        how = cv2.INTER_LINEAR
        return np.asarray(
            cv2.warpAffine(self._picture, matrix, self._size, flags=how, borderMode=cv2.BORDER_REPLICATE), np.uint8
        )
