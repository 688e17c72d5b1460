"""The plain ground that a product was photographed on."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from adgen_app.studio.look.pixels import Frame

Field = NDArray[np.float32]
"""One value, or one CIELAB colour, for each pixel."""

_RING = 0.03
"""Of the shorter side: how wide a border is looked at."""
_NEAR = 20.0
"""CIELAB distance from the border's middle colour within which its pixels may be ground."""
_FITS = 6.0
"""Distance from the fitted ground up to which a border pixel belongs to it."""
_PLAIN = 0.86
"""Share of the border that has to be ground."""
_LOOKED_AT = 12_000
"""Pixels of the border, about."""
_COARSER = 8
_ROUGH = 3.6
"""Mean distance of the ground's own pixels above which it is not plain."""


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """A plain background, light falling off over it."""

    colours: Field
    """What would be seen without the product: CIELAB, for each pixel."""
    rough: float
    """How far its own pixels lie from that, on average."""


def lab(pixels: Frame) -> Field:
    """BGR in CIELAB: lightness 0..100."""
    return np.asarray(cv2.cvtColor(pixels.astype(np.float32) / 255, cv2.COLOR_BGR2LAB), np.float32)


def ground(colours: Field) -> Ground | None:
    """The background by the picture's border; None when that is not plain."""
    height, width = colours.shape[:2]
    ring = _ring(height, width)
    step = max(1, int(ring.sum()) // _LOOKED_AT)
    border, places = colours[ring][::step], _terms(height, width)[ring][::step]
    belongs = _far(border, np.median(border, axis=0)) < _NEAR
    found = np.zeros((places.shape[1], 3))
    for _ in range(4):
        if belongs.mean() < _PLAIN:
            return None
        found = np.linalg.lstsq(places[belongs], border[belongs].astype(np.float64), rcond=None)[0]
        belongs = _far(border, places @ found) < _FITS
    rough = float(_far(border[belongs], places[belongs] @ found).mean()) if belongs.any() else _ROUGH
    if belongs.mean() < _PLAIN or rough >= _ROUGH:
        return None
    coarse = (_terms(max(2, height // _COARSER), max(2, width // _COARSER)) @ found.astype(np.float32)).astype(
        np.float32
    )
    return Ground(np.asarray(cv2.resize(coarse, (width, height), interpolation=cv2.INTER_LINEAR), np.float32), rough)


def _ring(height: int, width: int) -> NDArray[np.bool_]:
    reach = max(2, round(_RING * min(height, width)))
    ring = np.ones((height, width), bool)
    ring[reach:-reach, reach:-reach] = False
    return ring


def _terms(height: int, width: int) -> NDArray[np.float32]:
    """What light falls off by: 1, x, y and their squares, -1..1."""
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j].astype(np.float32)
    return np.stack([np.ones_like(x), x, y, x * x, x * y, y * y], axis=-1)


def _far(colours: NDArray[np.floating], other: NDArray[np.floating]) -> NDArray[np.float64]:
    return np.sqrt(((colours - other) ** 2).sum(axis=-1)).astype(np.float64)
