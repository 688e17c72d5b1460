"""A product, cut out from the plain ground that it was photographed on."""

from functools import lru_cache
from itertools import permutations
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from adgen_app.domain.formats import Box
from adgen_app.studio.look.pixels import Frame
from adgen_app.studio.photo.ground import Field, Ground, ground, lab
from adgen_app.studio.photo.holes import pierced
from adgen_app.studio.photo.load import SEEN, Mask, Photo, load, scaled

LONGEST = 1100
"""Pixels of the longer side at which it is cut: as large as a frame shows a product."""
_APART = 5.5
"""CIELAB distance from the ground above which something is a thing."""
_SHADE = 42.0
"""Lightness by which a shadow may be darker than its ground."""
_SOFT = 1.5
"""Lightness from pixel to pixel, at the size at which it is cut: a shadow changes more slowly."""
_SHARES = (0.012, 0.86)
"""Of the picture: a product is no speck, nor all of it."""
_LOOSER = 1.5
_STEADY = 0.82
"""Share of the product that must be left when ground is told more generously."""
_CUT_OFF = 0.05
"""Share of the border that a product may touch; one that touches more was cut off by the photographer."""
_CLEAR = 9.0
"""Distance from the ground, just inside the product's edge, in the middle of all places."""
_HULL = 0.3
"""A product fills so much of the outline around it; what fills less is in pieces."""
_PART = 0.03
"""Share of the largest piece from which another one belongs to the product."""
_STRAY = 0.08
"""Sharp edges beside the product, as a share of its outline: from here on a part of it was taken for a shadow."""
_OPEN = 0.6
"""Share of the border that is transparent in a picture that somebody has cut out."""


@lru_cache(maxsize=4)
def cutout(path: Path) -> Frame | None:
    """BGRA, not premultiplied, trimmed to the product; None when it can't be told well from what is behind it."""
    photo = load(path)
    if photo.blank:
        return None
    shrunk = min(1.0, LONGEST / max(photo.size))
    small = Photo(scaled(photo.pixels, shrunk), None if photo.alpha is None else scaled(photo.alpha, shrunk))
    if small.alpha is not None and _free(small.alpha):
        return _trimmed(np.dstack([small.pixels, small.alpha]))
    return _from_plain(small.flat())


def _free(alpha: Mask) -> bool:
    border = np.concatenate([alpha[0], alpha[-1], alpha[:, 0], alpha[:, -1]])
    return float((border < SEEN).mean()) >= _OPEN


def _from_plain(pixels: Frame) -> Frame | None:
    colours = lab(pixels)
    behind = ground(colours)
    if behind is None:
        return None
    away = _away(colours, behind)
    product = _product(colours, behind, away, 1.0)
    looser = _product(colours, behind, away, _LOOSER)
    if not (_good(product, away) and _steady(product, looser) and _whole(product, _steep(colours))):
        return None
    product = pierced(product, away, _limit(behind))
    back = np.asarray(cv2.cvtColor(behind.colours, cv2.COLOR_LAB2BGR), np.float32) * 255
    return _trimmed(_matted(pixels.astype(np.float32), np.clip(back, 0, 255), product))


def _away(colours: Field, behind: Ground) -> Field:
    """How far each pixel is from the ground; lightness counts a little less, as light varies."""
    apart = (colours - behind.colours) * np.array([0.8, 1.0, 1.0], np.float32)
    return np.sqrt((apart**2).sum(axis=2))


def _product(colours: Field, behind: Ground, away: Field, looser: float) -> Mask:
    """All but the ground that can be reached from the border, soft shadows included."""
    limit = _limit(behind) * looser
    steep = _steep(colours)
    darker = behind.colours[:, :, 0] - colours[:, :, 0]
    tint = np.hypot(*(colours[:, :, at] - behind.colours[:, :, at] for at in (1, 2)))
    shadow = (darker > 0) & (darker < _SHADE) & (tint < 4.0 + 0.1 * darker) & (steep < _SOFT)
    reached = _reached(((away < limit) | shadow).astype(np.uint8))
    thing = np.asarray(cv2.morphologyEx(255 - reached, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8)), np.uint8)
    return _pieces(thing)


def _limit(behind: Ground) -> float:
    return max(_APART, 3.0 * behind.rough)


def _steep(colours: Field) -> Field:
    """How fast lightness changes, from pixel to pixel; in a smaller picture everything is steeper."""
    light = np.asarray(cv2.GaussianBlur(colours[:, :, 0], (5, 5), 1.2), np.float32)
    across, down = (np.asarray(cv2.Scharr(light, cv2.CV_32F, *way), np.float32) for way in ((1, 0), (0, 1)))
    return (np.hypot(across, down) / 32 * min(1.0, max(light.shape) / LONGEST)).astype(np.float32)


def _reached(open_: Mask) -> Mask:
    """255 where the open parts hang together with the border."""
    count, found = cv2.connectedComponents(open_, connectivity=4)
    labels = np.asarray(found, np.int32)
    border = np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]])
    outer = np.zeros(count, np.uint8)
    outer[np.unique(border)] = 255
    outer[0] = 0
    return outer[labels]


def _pieces(thing: Mask) -> Mask:
    """The largest piece and what is not much smaller."""
    _, found, stats, _ = cv2.connectedComponentsWithStats(thing)
    areas = np.asarray(stats, np.int32)[:, cv2.CC_STAT_AREA].copy()
    areas[0] = 0
    kept = np.where((areas > 0) & (areas >= _PART * areas.max()), 255, 0).astype(np.uint8)
    return kept[np.asarray(found, np.int32)]


def _good(product: Mask, away: Field) -> bool:
    share = float((product > 0).mean())
    if not _SHARES[0] <= share <= _SHARES[1]:
        return False
    border = np.concatenate([product[0], product[-1], product[:, 0], product[:, -1]])
    edge = (product > 0) & (np.asarray(cv2.erode(product, np.ones((7, 7), np.uint8))) == 0)
    hull = cv2.contourArea(cv2.convexHull(np.asarray(cv2.findNonZero(product))))
    return (
        float((border > 0).mean()) <= _CUT_OFF
        and float(np.median(away[edge])) >= _CLEAR
        and float((product > 0).sum()) >= _HULL * hull
        and not _hovers(product)
    )


def _hovers(product: Mask) -> bool:
    """Whether one piece is above another: a white bottle's cap over its label, what is between taken for ground."""
    _, _, stats, _ = cv2.connectedComponentsWithStats(product)
    boxes = [Box(x, y, x + wide, y + tall) for x, y, wide, tall, _ in np.asarray(stats, np.int32)[1:].tolist()]
    return any(
        upper.bottom <= lower.top
        and min(upper.right, lower.right) - max(upper.left, lower.left) > min(upper.width, lower.width) / 2
        for upper, lower in permutations(boxes, 2)
    )


def _steady(product: Mask, looser: Mask) -> bool:
    return float((looser > 0).sum()) >= _STEADY * float((product > 0).sum())


def _whole(product: Mask, steep: Field) -> bool:
    """A shadow has no sharp edge: one that is seen beside the product belongs to a part of it that was lost."""
    around = np.asarray(cv2.dilate(product, np.ones((15, 15), np.uint8)), np.uint8)
    stray = ((steep > _SOFT) & (around == 0)).sum()
    outline = np.asarray(cv2.morphologyEx(product, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8))) > 0
    return float(stray) <= _STRAY * float(outline.sum())


def _matted(pixels: Field, back: Field, product: Mask) -> Frame:
    """Soft edges, freed of the ground's colour: what is behind is known, so that the share of it can be reckoned."""
    sure = np.asarray(cv2.erode(product, np.ones((7, 7), np.uint8)), np.uint8)
    sure = sure if sure.any() else product
    near = np.asarray(cv2.dilate(product, np.ones((5, 5), np.uint8)), np.uint8)
    outside = (sure == 0).astype(np.uint8)
    labels = np.asarray(
        cv2.distanceTransformWithLabels(outside, cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL)[1], np.int32
    )
    inner = np.zeros((int(labels.max()) + 1, 3), np.float32)
    inner[labels[sure > 0]] = pixels[sure > 0]
    front = inner[labels]
    apart = front - back
    square = (apart**2).sum(axis=2)
    share = np.clip(((pixels - back) * apart).sum(axis=2) / np.maximum(square, 1.0), 0, 1)
    share = np.where(square < 900, _blurred(product), share)
    alpha = np.where(sure > 0, 1.0, np.where(near > 0, share, 0.0)).astype(np.float32)
    alpha = np.asarray(cv2.GaussianBlur(alpha, (3, 3), 0.7), np.float32)
    mixed = (sure == 0)[:, :, None]
    colours = np.where(mixed, front * 0.7 + pixels * 0.3, pixels)
    return np.dstack([np.clip(colours, 0, 255), alpha * 255]).round().astype(np.uint8)


def _blurred(product: Mask) -> NDArray[np.float32]:
    return np.asarray(cv2.GaussianBlur(product, (5, 5), 1.1), np.float32) / np.float32(255)


def _trimmed(cut: Frame) -> Frame:
    rows, columns = (np.flatnonzero((cut[:, :, 3] >= SEEN).any(axis=axis)) for axis in (1, 0))
    return np.ascontiguousarray(cut[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1])
