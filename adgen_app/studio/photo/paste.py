"""A picture laid into a frame, moved as slowly as you like."""

import math
from typing import NamedTuple

import cv2
import numpy as np
import skia
from numpy.typing import NDArray

from adgen_app.studio.look.pixels import Frame


class Pose(NamedTuple):
    """How a picture lies: where its foot stands, how large it is, how far it leans."""

    x: float
    y: float
    scale: float = 1.0
    turn: float = 0.0
    """Degrees, clockwise."""
    opacity: float = 1.0


def premultiplied(picture: Frame) -> Frame:
    """BGRA as it is laid over others."""
    share = picture[:, :, 3:].astype(np.float32) / 255
    return np.dstack([np.rint(picture[:, :, :3] * share), picture[:, :, 3]]).astype(np.uint8)


def image(pixels: Frame) -> skia.Image:
    """Premultiplied BGRA for Skia."""
    form = skia.ImageInfo.Make(pixels.shape[1], pixels.shape[0], skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType)
    return skia.Image.MakeRasterCopy(skia.Pixmap(form, pixels, pixels.strides[0]))


def paste(canvas: skia.Canvas, picture: Frame, foot: tuple[float, float], pose: Pose) -> None:
    """Lay a premultiplied picture so that its point `foot` is where the pose stands.

    OpenCV turns and scales it, to a fraction of a pixel, in a tenth of the time that Skia takes.
    """
    if pose.opacity <= 0.004 or pose.scale <= 0.01:
        return
    matrix = _matrix(foot, pose)
    height, width = picture.shape[:2]
    corners = matrix @ np.array([[0, width, 0, width], [0, 0, height, height], [1, 1, 1, 1]], np.float64)
    area = canvas.getBaseLayerSize()
    left, top = (max(-2, math.floor(float(low)) - 1) for low in corners.min(axis=1))
    right = min(area.width() + 2, math.ceil(float(corners[0].max())) + 1)
    bottom = min(area.height() + 2, math.ceil(float(corners[1].max())) + 1)
    if right <= left or bottom <= top:
        return
    matrix[:, 2] -= (left, top)
    moved = cv2.warpAffine(picture, matrix, (right - left, bottom - top), flags=cv2.INTER_LINEAR)
    near = skia.SamplingOptions(skia.FilterMode.kNearest)
    canvas.drawImage(image(np.asarray(moved, np.uint8)), left, top, near, skia.Paint(Alphaf=min(1.0, pose.opacity)))


def _matrix(foot: tuple[float, float], pose: Pose) -> NDArray[np.float64]:
    angle = math.radians(pose.turn)
    c, s = pose.scale * math.cos(angle), pose.scale * math.sin(angle)
    return np.array(
        [[c, -s, pose.x - c * foot[0] + s * foot[1]], [s, c, pose.y - s * foot[0] - c * foot[1]]], np.float64
    )
