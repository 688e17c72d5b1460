"""Frames as they looked when somebody last looked at them; `.venv/bin/python -m tests.studio.golden` draws them anew.

Run it when a look was changed on purpose, look at what `git diff` shows, and commit the pictures with the change.
"""

from itertools import product
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from adgen_app.domain.brand import Style
from adgen_app.domain.formats import FPS, AspectRatio
from adgen_app.studio.frame import draw
from tests.studio.boards import CLEANER, COFFEE, FITNESS, WATCH

Picture = NDArray[np.uint8]
FOLDER = Path(__file__).parent
WIDTH = 135
EACH = list(product(Style, AspectRatio))
_BOARDS = {
    Style.LUXURY: WATCH,
    Style.MINIMAL: WATCH,
    Style.VIBRANT: FITNESS,
    Style.TECH: FITNESS,
    Style.ORGANIC: COFFEE,
    Style.PLAYFUL: CLEANER,
}


def now(style: Style, ratio: AspectRatio, **changes: object) -> Picture:
    """A telling frame as it looks now, small: BGR. Style and format decide which scene it shows."""
    board = _BOARDS[style].model_copy(update={"style": style, "aspect_ratio": ratio, **changes})
    at = (list(Style).index(style) + list(AspectRatio).index(ratio)) % len(board.scenes)
    frame = draw(board, board.cuts[at + 1] - FPS // 2)
    size = (WIDTH, round(WIDTH * frame.shape[0] / frame.shape[1]))
    return np.asarray(cv2.resize(frame[:, :, :3], size, interpolation=cv2.INTER_AREA), np.uint8)


def file(style: Style, ratio: AspectRatio) -> Path:
    """Where the frame is kept."""
    return FOLDER / f"{style}-{ratio.replace(':', 'x')}.webp"


def distance(one: Picture, other: Picture) -> float:
    """How far apart two pictures are where they differ most, as an eye judges it: 1 is hardly seen.

    Difference in CIE L*a*b*, averaged over patches of 5 x 5 pixels, which blots out what rounding and other
    processors do to single pixels; the highest of a hundred patches is the 99th percentile.
    """
    apart = np.linalg.norm(_lab(one) - _lab(other), axis=2).astype(np.float32)
    return float(np.percentile(np.asarray(cv2.blur(apart, (5, 5)), np.float32), 99))


def _lab(picture: Picture) -> NDArray[np.float32]:
    return np.asarray(cv2.cvtColor(picture.astype(np.float32) / 255, cv2.COLOR_BGR2LAB), np.float32)
