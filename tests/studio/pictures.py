"""Pictures as people give them, drawn for the tests."""

import hashlib
from pathlib import Path

import cv2
import numpy as np

from adgen_app.domain.asset import MediaName
from adgen_app.domain.storyboard import Storyboard
from adgen_app.studio.look.pixels import Frame


def plain(width: int = 900, height: int = 1200, light: int = 238, fall: int = 26) -> Frame:
    """A studio's background, darker towards its foot, with a sensor's noise."""
    y, x = np.mgrid[0 : 1 : height * 1j, 0 : 1 : width * 1j]
    grey = light - fall * y - 8 * np.hypot(x - 0.5, y - 0.4) + np.random.default_rng(1).normal(0, 1.2, (height, width))
    return np.repeat(np.clip(grey, 0, 255)[:, :, None], 3, axis=2).astype(np.uint8)


def tin(width: int = 900, height: int = 1200) -> Frame:
    """A red tin with a white label, its shadow on the floor: a third of the width, from 0.25 to 0.8 of the height."""
    picture = plain(width, height).astype(np.float32)
    left, right, top, bottom = round(width * 0.33), round(width * 0.67), round(height * 0.25), round(height * 0.8)
    shade = np.zeros((height, width), np.float32)
    cv2.ellipse(shade, (width // 2, bottom), (round(width * 0.2), round(height * 0.02)), 0, 0, 360, (1.0,), -1)
    picture *= 1 - 0.5 * np.asarray(cv2.GaussianBlur(shade, (0, 0), width / 60))[:, :, None]
    round_light = np.sin(np.linspace(0.5, 2.9, right - left))[None, :, None]
    picture[top:bottom, left:right] = np.array([40, 40, 215]) * round_light
    label = slice(round(height * 0.42), round(height * 0.62)), slice(left, right)
    picture[label] = np.array([235, 240, 245]) * round_light
    return np.clip(picture, 0, 255).astype(np.uint8)


def busy(width: int = 1200, height: int = 800) -> Frame:
    """A market: nothing plain anywhere, a strong thing right of the middle."""
    chance = np.random.default_rng(3)
    picture = np.zeros((height, width, 3), np.float32)
    for cells, strength in ((5, 60), (25, 40), (120, 20)):
        rough = chance.normal(0, strength, (max(2, cells * height // width), cells, 3)).astype(np.float32)
        picture += np.asarray(cv2.resize(rough, (width, height), interpolation=cv2.INTER_CUBIC))
    whole = np.clip(picture + 120, 0, 255).astype(np.uint8)
    cv2.circle(whole, (round(width * 0.68), height // 2), height // 6, (20, 20, 250), -1, cv2.LINE_AA)
    return whole


def checkered(width: int = 900, height: int = 1200, cell: int = 37) -> Frame:
    """Black on white on black: no text can be read on it as it is."""
    y, x = np.mgrid[0:height, 0:width]
    return np.repeat(((x // cell + y // cell) % 2 * 255)[:, :, None], 3, axis=2).astype(np.uint8)


def flat(value: int, width: int = 600, height: int = 600) -> Frame:
    """One grey all over."""
    return np.full((height, width, 3), value, np.uint8)


def logo(value: int, width: int = 600, height: int = 200) -> Frame:
    """A ring with a bar, in one grey on nothing."""
    sign = np.zeros((height, width, 4), np.uint8)
    sign[:, :, :3] = value
    alpha = np.zeros((height, width), np.uint8)
    cv2.circle(alpha, (height // 2, height // 2), height // 2 - 20, (255,), 24, cv2.LINE_AA)
    cv2.rectangle(alpha, (height + 20, height // 3), (width - 20, height * 2 // 3), (255,), -1)
    sign[:, :, 3] = alpha
    return sign


def given(folder: Path, picture: Frame) -> MediaName:
    """Put it into the folder of media; its name."""
    data = cv2.imencode(".png", picture)[1].tobytes()
    name = f"{hashlib.sha256(data).hexdigest()}.png"
    (folder / name).write_bytes(data)
    return name


def showing(board: Storyboard, photo: MediaName | None, logo: MediaName | None = None) -> Storyboard:
    """The storyboard with the photo in each scene."""
    scenes = tuple(scene.model_copy(update={"photo": photo}) for scene in board.scenes)
    return board.model_copy(update={"scenes": scenes, "brand": board.brand.model_copy(update={"logo": logo})})
