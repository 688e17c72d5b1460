"""The ground that is seen through a product: within a mug's handle."""

import cv2
import numpy as np

from adgen_app.studio.photo.ground import Field
from adgen_app.studio.photo.load import Mask

_SPECK = 0.002
"""Share of the product from which an enclosed piece of ground is looked at."""
_ALIKE = 4.0
"""Distance from the ground up to which a piece is ground in its middle value: a label is lit otherwise."""
_BLANK = 0.985
"""Share of a piece, filled, that looks like ground: on labels something is printed."""
_RECTANGULAR = 0.9
"""Share of the smallest rectangle around it that a label or a screen fills, and a hole does not."""
_THIN = 0.2
"""Of the product's size: a handle is thinner; so is what surrounds a hole on three of four sides."""


def pierced(product: Mask, away: Field, limit: float) -> Mask:
    """The product without the ground that it encloses; what may be a white label stays."""
    enclosed = ((away < limit) & (product > 0)).astype(np.uint8)
    opened = np.asarray(cv2.morphologyEx(enclosed, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8)), np.uint8)
    count, found, stats, _ = cv2.connectedComponentsWithStats(opened, connectivity=4)
    labels, areas = np.asarray(found, np.int32), np.asarray(stats, np.int32)[:, cv2.CC_STAT_AREA]
    left = product.copy()
    for number in range(1, count):
        if areas[number] >= _SPECK * np.count_nonzero(product):
            piece = np.where(labels == number, 255, 0).astype(np.uint8)
            if _hole(piece, product, away):
                left[piece > 0] = 0
    return left


def _hole(piece: Mask, product: Mask, away: Field) -> bool:
    outlines, _ = cv2.findContours(piece, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    outline = max(outlines, key=cv2.contourArea)
    whole = cv2.drawContours(np.zeros_like(piece), [outline], -1, (255,), cv2.FILLED)
    area = float(np.count_nonzero(piece))
    _, (wide, high), _ = cv2.minAreaRect(outline)
    return (
        float(np.median(away[piece > 0])) <= _ALIKE
        and area >= _BLANK * np.count_nonzero(whole)
        and area < _RECTANGULAR * max(1.0, wide * high)
        and _thin_sides(piece, product) >= 3
    )


def _thin_sides(piece: Mask, product: Mask) -> int:
    """Of the four sides of a piece, those on which the product ends soon."""
    rows, columns = np.nonzero(piece)
    y, x = round(float(rows.mean())), round(float(columns.mean()))
    _, _, wide, high = cv2.boundingRect(product)
    across, down = product[y] > 0, product[:, x] > 0
    walls = (
        (across[: columns.min()][::-1], wide),
        (across[columns.max() + 1 :], wide),
        (down[: rows.min()][::-1], high),
        (down[rows.max() + 1 :], high),
    )
    return sum(_run(line) <= _THIN * size for line, size in walls)


def _run(line: np.ndarray) -> int:
    """How far the product goes on from here."""
    ended = np.flatnonzero(~line)
    return int(ended[0]) if ended.size else len(line)
