"""A still that stands for the ad."""

import os
from pathlib import Path

import cv2

from adgen_app.domain.formats import FPS
from adgen_app.domain.storyboard import SceneKind, Storyboard
from adgen_app.errors import StudioFailed
from adgen_app.studio.frame import draw

_LONGER_SIDE = 640
_QUALITY = 88
_RANK = (SceneKind.HERO, SceneKind.OFFER, SceneKind.HOOK, SceneKind.NUMBER, SceneKind.QUOTE, SceneKind.FEATURES)
"""Kinds that show best what an ad is about, best first."""
_SETTLED = 2.4
"""Seconds after which the words of a scene have come in."""


def thumbnail(storyboard: Storyboard, target: Path) -> None:
    """Write a JPEG, longer side 640, of a frame in which the most telling scene's words stand still."""
    pixels = draw(storyboard, telling(storyboard))
    height, width = pixels.shape[:2]
    scale = _LONGER_SIDE / max(width, height)
    small = cv2.resize(pixels, (round(width * scale), round(height * scale)), interpolation=cv2.INTER_AREA)
    done, jpeg = cv2.imencode(".jpg", small[:, :, :3], [cv2.IMWRITE_JPEG_QUALITY, _QUALITY])
    if not done:
        raise StudioFailed("The thumbnail could not be written.")
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.part")
    unfinished.write_bytes(jpeg.tobytes())
    unfinished.replace(target)


def telling(storyboard: Storyboard) -> int:
    """Number of the frame that tells most."""
    kinds = [scene.kind for scene in storyboard.scenes]
    at = min(range(len(kinds)), key=lambda index: _RANK.index(kinds[index]) if kinds[index] in _RANK else len(_RANK))
    first, last = storyboard.cuts[at : at + 2]
    return min(first + round(_SETTLED * FPS), last - FPS // 2)
