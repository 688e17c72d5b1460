"""The strong colours of a picture, for a brand that named none."""

from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from adgen_app.errors import StudioFailed

MOST = 3
_SIDE = 160
"""Pixels of the longer side that are looked at."""
_CLUSTERS = 10
_ROUNDS = 30
_PLAIN = 0.06
"""In OKLab: what differs by less from the middle of the border is ground."""
_PLAIN_SHARE = 0.8
"""Of the border's pixels: if so many are ground, the picture stands on one."""
_COLOURFUL = 0.05
"""Chroma in OKLCH below which a colour is a grey."""
_DARKEST = 0.16
_SPECK = 0.01
"""Share of the pixels below which a colour is not the picture's."""
_APART = 0.09
"""Between two colours, lightness left out: shades of one colour are one."""
_WEAK = 0.25
"""Weight, against the strongest colour's, below which another one only distracts."""

Lab = NDArray[np.float64]
"""One OKLab colour a row."""


def colours(path: Path) -> tuple[str, ...]:
    """Up to three strong colours, `#RRGGBB`, the strongest first; none of a picture in greys.

    A plain ground doesn't count. Raises StudioFailed if the file is no picture.
    """
    shares, centres = _clustered(_seen(path))
    chroma = np.hypot(centres[:, 1], centres[:, 2])
    strong = (chroma >= _COLOURFUL) & (centres[:, 0] >= _DARKEST) & (shares >= _SPECK)
    weights = np.where(strong, np.sqrt(shares) * chroma, 0.0)
    chosen: list[int] = []
    for index in np.argsort(-weights, kind="stable").tolist():
        heavy = weights[index] > _WEAK * weights.max()
        apart = all(np.hypot(*(centres[index, 1:] - centres[other, 1:])) >= _APART for other in chosen)
        if heavy and apart and len(chosen) < MOST:
            chosen.append(index)
    return tuple(_hexadecimal(centres[index]) for index in chosen)


def _seen(path: Path) -> Lab:
    """The opaque pixels of the picture made small; without its ground, if it has a plain one."""
    read = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
    if read is None:
        raise StudioFailed("This picture can't be read.")
    image = np.atleast_3d(np.asarray(read))
    height, width = image.shape[:2]
    step = max(1, -(-max(height, width) // _SIDE))
    small = image[step // 2 :: step, step // 2 :: step] if min(height, width) > step else image
    lab = _oklab(np.broadcast_to(small[..., :3], (*small.shape[:2], 3))[..., ::-1])
    if image.shape[2] in {2, 4}:
        opaque = lab[small[..., -1] > 127]
        return opaque if len(opaque) else lab.reshape(-1, 3)
    return _without_ground(lab)


def _without_ground(lab: Lab) -> Lab:
    border = np.concatenate([lab[0], lab[-1], lab[:, 0], lab[:, -1]])
    ground = np.median(border, axis=0)
    pixels = lab.reshape(-1, 3)
    if np.mean(_distance(border, ground) < _PLAIN) < _PLAIN_SHARE:
        return pixels
    subject = pixels[_distance(pixels, ground) >= _PLAIN]
    return subject if len(subject) >= _SPECK * len(pixels) else pixels


def _clustered(pixels: Lab) -> tuple[NDArray[np.float64], Lab]:
    """Shares and centres of the colours, by k-means that starts from the colours that lie farthest apart."""
    starts = [pixels.mean(axis=0)]
    nearest = _distance(pixels, starts[0])
    while len(starts) < min(_CLUSTERS, len(pixels)):
        starts.append(pixels[int(nearest.argmax())])
        nearest = np.minimum(nearest, _distance(pixels, starts[-1]))
    centres = np.stack(starts)
    for _ in range(_ROUNDS):
        labels = np.argmin([_distance(pixels, centre) for centre in centres], axis=0)
        kept = np.unique(labels)
        centres = np.stack([pixels[labels == label].mean(axis=0) for label in kept])
    labels = np.argmin([_distance(pixels, centre) for centre in centres], axis=0)
    return np.bincount(labels, minlength=len(centres)) / len(pixels), centres


def _distance(pixels: Lab, centre: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.sqrt(((pixels - centre) ** 2).sum(axis=1))


_TO_LMS = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)
"""Ottosson 2020."""


def _oklab(rgb: NDArray[np.generic]) -> Lab:
    """From 8-bit sRGB, of any shape with channels last."""
    encoded = rgb.astype(np.float64) / 255
    linear = np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)
    return np.cbrt(linear @ _TO_LMS.T) @ _TO_LAB.T


def _hexadecimal(lab: NDArray[np.float64]) -> str:
    linear = np.clip((np.linalg.inv(_TO_LAB) @ lab) ** 3 @ np.linalg.inv(_TO_LMS).T, 0, 1)
    encoded = np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)
    return "#" + "".join(f"{round(channel * 255):02X}" for channel in encoded.tolist())
