"""How one picture gives way to the next, a family for each style."""

import math
from collections.abc import Callable
from functools import lru_cache
from itertools import product

import cv2
import numpy as np
from numpy.typing import NDArray

from adgen_app.studio.look.colour import WHITE, Rgb
from adgen_app.studio.look.motion import clamp, in_cubic, in_out, out_back, ramp
from adgen_app.studio.look.palette import Palette
from adgen_app.studio.look.pixels import Frame

Change = Callable[[Frame, Frame, float, Palette], None]
"""Draws the next picture into the first by a share from 0 to 1, with the next scene's colours."""

Field = NDArray[np.float32]
"""When each part of the picture changes, 0 to 1."""
_COARSE = 8
_TILE = 15
"""Coarse cells of a part in which either picture may be alone, so that nothing need be blended."""
_CELL = 108
_LIT = 0.11
_BAND = 0.14
_PARALLAX = 0.3
_SHADOW, _DEPTH = 60, 0.3
"""Pixels, strength of the shadow that a picture throws on the one that it pushes."""
_BLUR = 0.09
_POP = 0.34
"""Share of the time in which the circle pops up before it opens."""


def crossfade(frame: Frame, later: Frame, share: float, colours: Palette) -> None:
    """Both at once, the later one ever stronger."""
    del colours
    weight = in_out(share)
    cv2.addWeighted(later, weight, frame, 1 - weight, 0.0, dst=frame)


def dusk(frame: Frame, later: Frame, share: float, colours: Palette) -> None:
    """Luxury: the light goes down, a soft edge passes over, the light comes back."""
    del colours
    light = 1 - 0.6 * math.sin(math.pi * share) ** 2
    _blend(frame, later, _diagonal(frame.shape[1], frame.shape[0]), share, soft=0.8, light=light)


def push(frame: Frame, later: Frame, share: float, colours: Palette) -> None:
    """Minimal: the next picture slides in and pushes the first aside, which moves more slowly."""
    del colours
    width = frame.shape[1]
    gone = _in_out_fast(share)
    edge, shift = round(width * (1 - gone)), round(width * gone * _PARALLAX)
    frame[:, :edge] = frame[:, shift : shift + edge].copy()
    frame[:, edge:] = later[:, : width - edge]
    under = frame[:, max(0, edge - _SHADOW) : edge, :3]
    fall = np.linspace(0, _DEPTH * math.sin(math.pi * share), under.shape[1])
    under[:] = under * (1 - fall * fall / _DEPTH)[None, :, None]


def whip(frame: Frame, later: Frame, share: float, colours: Palette) -> None:
    """Vibrant: the camera whips on to the next picture, past a band of colour."""
    height = frame.shape[0]
    band = round(height * _BAND)
    gone = round(_in_out_fast(share) * (height + band))
    upper, lower = max(0, height - gone), min(height, height - gone + band)
    frame[:upper] = frame[gone : gone + upper].copy()
    frame[upper:lower] = _bgra(colours.accent)
    frame[lower:] = later[: height - lower]
    blurred = round(height * _BLUR * math.sin(math.pi * share) ** 2)
    if blurred > 1:
        cv2.blur(frame, (1, blurred), dst=frame, borderType=cv2.BORDER_REPLICATE)


def blocks(frame: Frame, later: Frame, share: float, colours: Palette) -> None:
    """Tech: cells switch over from top to bottom, lit for a moment as a scan passes."""
    cells = _cells(frame.shape[1], frame.shape[0])
    front = share * 1.12
    over = cv2.resize((cells < front).astype(np.uint8), None, fx=_CELL, fy=_CELL, interpolation=cv2.INTER_NEAREST)
    cv2.copyTo(later, over[: frame.shape[0], : frame.shape[1]], frame)
    for row, column in np.argwhere((cells >= front - _LIT) & (cells < front)):
        left, top = int(column) * _CELL, int(row) * _CELL
        inset = round(_CELL * 0.5 * clamp((front - float(cells[row, column])) / _LIT))
        cv2.rectangle(
            frame, (left + inset, top + inset), (left + _CELL - inset, top + _CELL - inset), _bgra(colours.accent), -1
        )


def ink(frame: Frame, later: Frame, share: float, colours: Palette) -> None:
    """Organic: the next picture spreads like ink on paper."""
    del colours
    _blend(frame, later, _paper(frame.shape[1], frame.shape[0]), share, soft=0.14)


def circle(frame: Frame, later: Frame, share: float, colours: Palette) -> None:
    """Playful: a round window pops up, then opens."""
    height, width = frame.shape[:2]
    short, centre = min(width, height), (width // 2, height // 2)
    popped = 0.2 * short * out_back(clamp(share / _POP))
    reach = round(max(0.0, popped + 0.8 * math.hypot(width, height) * in_cubic(ramp(share, _POP, 1 - _POP))))
    rings = ((0.1, colours.second), (0.045, colours.accent), (0.012, WHITE))
    grown = min(1.0, reach / (0.1 * short))
    for wider, colour in rings:
        cv2.circle(frame, centre, reach + round(wider * short * grown), _bgra(colour), -1, cv2.LINE_AA)
    window = np.zeros((height, width), np.uint8)
    cv2.circle(window, centre, reach, 255, -1)
    cv2.copyTo(later, window, frame)
    if 0 < reach < math.hypot(*centre):
        cv2.circle(frame, centre, reach, _bgra(WHITE), 4, cv2.LINE_AA)


def _in_out_fast(share: float) -> float:
    """Hardly moves, rushes, hardly moves."""
    return 8 * share**4 if share < 0.5 else 1 - 8 * (1 - share) ** 4


def _bgra(colour: Rgb) -> tuple[int, int, int, int]:
    red, green, blue = (round(channel * 255) for channel in colour)
    return blue, green, red, 255


def _blend(frame: Frame, later: Frame, field: Field, share: float, *, soft: float, light: float = 1.0) -> None:
    """Let the later picture show where the field has been passed, over an edge of a softness."""
    height, width = frame.shape[:2]
    mask = np.clip((share * (1 + soft) - field) / soft, 0, 1)
    mask = mask * mask * (3 - 2 * mask)
    over = cv2.resize(mask, (width, height), interpolation=cv2.INTER_LINEAR) * np.float32(light)
    for top, left in product(range(0, mask.shape[0], _TILE), range(0, mask.shape[1], _TILE)):
        near = mask[max(0, top - 1) : top + _TILE + 1, max(0, left - 1) : left + _TILE + 1]
        rows = slice(top * _COARSE, (top + _TILE) * _COARSE)
        columns = slice(left * _COARSE, (left + _TILE) * _COARSE)
        if light == 1 and not near.any():
            continue
        if light == 1 and near.min() == 1:
            frame[rows, columns] = later[rows, columns]
            continue
        shown = over[rows, columns]
        frame[rows, columns] = cv2.blendLinear(
            frame[rows, columns], later[rows, columns], np.float32(light) - shown, shown
        )


@lru_cache(maxsize=2)
def _diagonal(width: int, height: int) -> Field:
    rows, columns = np.mgrid[0 : height // _COARSE, 0 : width // _COARSE].astype(np.float32)
    return (rows / rows.max() * 0.6 + columns / columns.max() * 0.4).astype(np.float32)


@lru_cache(maxsize=2)
def _cells(width: int, height: int) -> Field:
    rows, columns = -(-height // _CELL), -(-width // _CELL)
    down = (np.arange(rows, dtype=np.float32) / max(1, rows - 1))[:, None]
    chance = np.random.default_rng(5).random((rows, columns), np.float32)
    return (down * 0.78 + chance * 0.22).astype(np.float32)


@lru_cache(maxsize=2)
def _paper(width: int, height: int) -> Field:
    """Distance from where the drop falls, made uneven by fibres of three sizes."""
    columns, rows = width // _COARSE, height // _COARSE
    y, x = np.mgrid[0:rows, 0:columns].astype(np.float32)
    short = min(columns, rows)
    field = np.hypot(x - columns * 0.42, y - rows * 0.46) / short
    chance = np.random.default_rng(11)
    for count, strength in ((4, 0.4), (9, 0.16), (24, 0.035)):
        grid = chance.random((count * rows // short + 1, count * columns // short + 1), np.float32)
        field += strength * cv2.resize(grid, (columns, rows), interpolation=cv2.INTER_CUBIC)
    low, high = float(field.min()), float(field.max())
    return ((field - low) / (high - low)).astype(np.float32)
