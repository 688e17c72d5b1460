"""What surrounds a product: its shadow on the floor, its mirror image, a halo where it would be lost."""

import cv2
import numpy as np

from adgen_app.studio.look.colour import Rgb, contrast
from adgen_app.studio.look.pixels import Frame

_FOOT = 0.07
"""Share of a product's height, at its foot, that casts the shadow."""
_SMALLER = 4
"""A shadow is soft: it is drawn small and scaled up."""
_MIRRORED = 0.34
"""Share of the height that the floor mirrors."""
_LOST = 1.7
"""Contrast with its background below which a product's outline can't be seen."""
_FEW = 3000
"""Pixels that are looked at."""


def shadow(product: Frame, strength: float) -> tuple[Frame, tuple[float, float]]:
    """Black, premultiplied, for a premultiplied product; with the point that belongs under its foot."""
    height, width = product.shape[:2]
    columns = np.flatnonzero((product[-max(2, round(height * _FOOT)) :, :, 3] > 127).any(axis=0))
    left, right = (int(columns[0]), int(columns[-1])) if len(columns) else (0, width - 1)
    reach = max(24, right - left)
    pad = round(reach * 0.3)
    size = (reach + 2 * pad) // _SMALLER + 1, max(8, round(reach * 0.5) // _SMALLER)
    soft = np.zeros((size[1], size[0]), np.float32)
    for share, flat, blur in ((0.5, 0.075, 0.05), (0.44, 0.03, 0.016), (0.42, 0.012, 0.006)):
        one = np.zeros_like(soft)
        axes = max(1, round(reach * share / _SMALLER)), max(1, round(reach * flat / _SMALLER))
        cv2.ellipse(one, (size[0] // 2, size[1] // 2), axes, 0, 0, 360, (1.0,), -1, cv2.LINE_AA)
        one = np.asarray(cv2.GaussianBlur(one, (0, 0), max(0.6, reach * blur / _SMALLER)), np.float32)
        soft = 1 - (1 - soft) * (1 - 0.5 * one)
    full = np.asarray(cv2.resize(soft, (size[0] * _SMALLER, size[1] * _SMALLER), interpolation=cv2.INTER_CUBIC))
    picture = np.zeros((*full.shape, 4), np.uint8)
    picture[:, :, 3] = np.clip(np.rint(full * 255 * strength), 0, 255)
    middle = (left + right) / 2 - width / 2
    return picture, (full.shape[1] / 2 - middle, full.shape[0] / 2)


def mirrored(product: Frame, strength: float) -> Frame:
    """The foot of a premultiplied product upside down, fading out downwards."""
    tall = max(1, round(product.shape[0] * _MIRRORED))
    turned = np.asarray(cv2.GaussianBlur(product[: -tall - 1 : -1], (0, 0), 1.6), np.float32)
    fading = strength * np.linspace(1, 0, tall, dtype=np.float32) ** 1.3
    return np.rint(turned * fading[:, None, None]).astype(np.uint8)


def lost(product: Frame, ground: Rgb) -> bool:
    """Whether most of a premultiplied product looks like the ground behind it: white on white, black on black."""
    seen = product[product[:, :, 3] > 250][:, 2::-1]
    picked = seen[:: max(1, len(seen) // _FEW)].tolist()
    alike = sum(contrast(Rgb(*(channel / 255 for channel in pixel)), ground) < _LOST for pixel in picked)
    return alike > len(picked) / 2


def halo(product: Frame, colour: Rgb, strength: float) -> tuple[Frame, int]:
    """Light, or shade, around a premultiplied product; and by how many pixels it is larger on every side."""
    height, width = product.shape[:2]
    pad = max(16, round(max(height, width) * 0.12))
    outline = cv2.copyMakeBorder(product[:, :, 3], pad, pad, pad, pad, cv2.BORDER_CONSTANT, value=(0.0,))
    small = cv2.resize(outline, (outline.shape[1] // 8 + 1, outline.shape[0] // 8 + 1), interpolation=cv2.INTER_AREA)
    soft = cv2.GaussianBlur(small, (0, 0), pad / 8 / 2.6, borderType=cv2.BORDER_CONSTANT)
    full = np.asarray(
        cv2.resize(soft, (outline.shape[1], outline.shape[0]), interpolation=cv2.INTER_LINEAR), np.float32
    )
    tinted = full[:, :, None] * strength * np.array([*colour[::-1], 1.0], np.float32)
    return np.rint(np.clip(tinted, 0, 255)).astype(np.uint8), pad
