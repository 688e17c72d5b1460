"""Stills that stand for an ad."""

import os
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np

from adgen_app.domain.formats import FPS
from adgen_app.domain.storyboard import SceneKind, Storyboard
from adgen_app.errors import StudioFailed
from adgen_app.studio.frame import draw
from adgen_app.studio.look.backdrop import Frame

_LONGER_SIDE = 640
_QUALITY = 88
_QUALITY_OF = {".jpg": cv2.IMWRITE_JPEG_QUALITY, ".webp": cv2.IMWRITE_WEBP_QUALITY}
_RANK = (
    SceneKind.HERO,
    SceneKind.FOOTAGE,
    SceneKind.OFFER,
    SceneKind.HOOK,
    SceneKind.NUMBER,
    SceneKind.QUOTE,
    SceneKind.FEATURES,
)
"""Kinds that show best what an ad is about, best first."""


def thumbnail(storyboard: Storyboard, target: Path, media: Path | None = None) -> None:
    """Write a JPEG, longer side 640, of a frame in which the most telling scene stands still."""
    pixels = draw(storyboard, telling(storyboard), media)
    _write(_scaled(pixels, _LONGER_SIDE / max(pixels.shape[:2])), target)


def strip(
    moments: Sequence[tuple[Storyboard, float]], target: Path, height: int, gap: int = 0, media: Path | None = None
) -> None:
    """Write frames of ads, each by its second, side by side, as JPEG or WebP by the name's ending."""
    frames = [draw(storyboard, round(second * FPS), media) for storyboard, second in moments]
    stills = [_scaled(frame, height / frame.shape[0]) for frame in frames]
    white = np.full((height, gap, 3), 255, np.uint8)
    row = [part for still in stills for part in (white, still)][1:]
    _write(np.hstack(row), target)


def _scaled(pixels: Frame, scale: float) -> Frame:
    height, width = pixels.shape[:2]
    small = cv2.resize(pixels, (round(width * scale), round(height * scale)), interpolation=cv2.INTER_AREA)
    return np.ascontiguousarray(small[:, :, :3], np.uint8)


def _write(pixels: Frame, target: Path) -> None:
    done, image = cv2.imencode(target.suffix, pixels, [_QUALITY_OF[target.suffix], _QUALITY])
    if not done:
        raise StudioFailed("The picture could not be written.")
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.part")
    unfinished.write_bytes(image.tobytes())
    unfinished.replace(target)


def telling(storyboard: Storyboard) -> int:
    """Number of the frame that tells most: with the product's photo, if there is one."""
    scenes = storyboard.scenes
    at = min(range(len(scenes)), key=lambda index: (scenes[index].photo is None, rank(scenes[index].kind)))
    return storyboard.cuts[at + 1] - FPS // 2


def rank(kind: SceneKind) -> int:
    """How well a scene of this kind shows what an ad is about; 0 is best."""
    return _RANK.index(kind) if kind in _RANK else len(_RANK)
