"""What a picture shows that matters, kept when it is cropped."""

from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from adgen_app.domain.formats import Box
from adgen_app.studio.look.pixels import Frame
from adgen_app.studio.photo.ground import lab

Salience = NDArray[np.float32]
"""How much each part of a picture draws the eye; its sum is 1."""

_SIDE = 96
"""Pixels of the longer side that are looked at."""


class Crop(NamedTuple):
    """A part of a picture."""

    box: Box
    kept: float
    """Share of the picture's salience that lies in it."""


def salience(pixels: Frame) -> Salience:
    """By what is rare in its spectrum (Hou, Zhang 2007) and stands out by colour (Achanta 2009), nearer the middle."""
    height, width = pixels.shape[:2]
    scale = _SIDE / max(height, width)
    small = cv2.resize(
        pixels, (max(4, round(width * scale)), max(4, round(height * scale))), interpolation=cv2.INTER_AREA
    )
    colours = lab(np.asarray(small, np.uint8))
    blurred = np.asarray(cv2.GaussianBlur(colours, (5, 5), 1.0), np.float32)
    apart = np.sqrt(((blurred - colours.mean(axis=(0, 1))) ** 2).sum(axis=2))
    rows, columns = apart.shape
    y, x = np.mgrid[-1 : 1 : rows * 1j, -1 : 1 : columns * 1j].astype(np.float32)
    found = (_unit(_residual(colours[:, :, 0])) + _unit(apart) + 0.02) * np.exp(-0.7 * (x * x + y * y))
    return (found / found.sum()).astype(np.float32)


def crop(pixels: Frame, seen: Salience, aspect: float) -> Crop:
    """The largest part of a shape (width to height) that keeps most of what matters."""
    height, width = pixels.shape[:2]
    if width >= height * aspect:
        along, size = seen.sum(axis=0), height * aspect / width
    else:
        along, size = seen.sum(axis=1), width / aspect / height
    start, kept = _window(along, min(1.0, size))
    if width >= height * aspect:
        wide = min(width, max(1, round(height * aspect)))
        left = min(width - wide, round(start * width))
        return Crop(Box(left, 0, left + wide, height), kept)
    tall = min(height, max(1, round(width / aspect)))
    top = min(height - tall, round(start * height))
    return Crop(Box(0, top, width, top + tall), kept)


def within(seen: Salience, part: tuple[float, float, float, float]) -> float:
    """Share of the salience in a part of the picture: left, top, right, bottom, 0 to 1."""
    rows, columns = seen.shape
    left, top, right, bottom = part
    across = slice(max(0, round(left * columns)), max(0, round(right * columns)))
    down = slice(max(0, round(top * rows)), max(0, round(bottom * rows)))
    return float(seen[down, across].sum())


def centre(seen: Salience) -> tuple[float, float]:
    """Where the eye goes on the whole: x, y, 0 to 1."""
    rows, columns = seen.shape
    strong = np.asarray(seen * (seen >= float(np.quantile(seen, 0.8))), np.float32)
    total = float(strong.sum())
    y, x = np.mgrid[0:rows, 0:columns].astype(np.float32) + np.float32(0.5)
    return float((strong * x).sum()) / total / columns, float((strong * y).sum()) / total / rows


def _window(along: NDArray[np.float32], size: float) -> tuple[float, float]:
    """Where a window of a size (0 to 1) begins, and its share; of equal ones that nearest the middle."""
    count = len(along)
    reach = max(1, round(size * count))
    sums = np.convolve(along, np.ones(reach, np.float32), "valid")
    middle = 1e-4 * np.abs(np.arange(len(sums)) - (len(sums) - 1) / 2)
    best = int(np.argmax(sums - middle))
    return best / count, float(sums[best])


def _residual(light: NDArray[np.float32]) -> NDArray[np.float32]:
    spectrum = np.fft.fft2(light)
    loud = np.log(np.abs(spectrum) + 1e-6).astype(np.float32)
    rare = loud - np.asarray(cv2.blur(loud, (3, 3)), np.float32)
    shown = np.abs(np.fft.ifft2(np.exp(rare + 1j * np.angle(spectrum)))) ** 2
    return np.asarray(cv2.GaussianBlur(shown.astype(np.float32), (0, 0), 2.5), np.float32)


def _unit(values: NDArray[np.float32]) -> NDArray[np.float32]:
    top = float(values.max())
    return values / top if top > 1e-6 else np.zeros_like(values)
