from pathlib import Path

import cv2
import numpy as np
import pytest

from adgen_app.studio.photo.cutout import LONGEST, cutout
from tests.studio.pictures import given, plain

RED = (40, 40, 190)
SHRUNK = LONGEST / 1200
Picture = np.ndarray


def mug(light: int = 250, fall: int = 6) -> Picture:
    picture = plain(light=light, fall=fall)
    cv2.ellipse(picture, (590, 620), (140, 170), 0, 0, 360, RED, 46, cv2.LINE_AA)
    cv2.rectangle(picture, (200, 380), (600, 860), RED, -1)
    return picture


def ring() -> Picture:
    picture = plain(light=250, fall=6)
    cv2.circle(picture, (450, 600), 260, (60, 150, 200), 60, cv2.LINE_AA)
    return picture


def labelled(label: Picture) -> Picture:
    """A red box; its label has the ground's own colours, to the pixel."""
    picture = plain(light=250, fall=6)
    cv2.rectangle(picture, (250, 300), (650, 950), RED, -1)
    return np.where(label[:, :, None] > 0, plain(light=250, fall=6), picture)


def shape(kind: str) -> Picture:
    mask = np.zeros((1200, 900), np.uint8)
    if kind == "wide":
        cv2.rectangle(mask, (280, 450), (620, 750), (255,), -1)
    elif kind == "nearly all":
        cv2.rectangle(mask, (275, 325), (625, 925), (255,), -1)
    elif kind == "round":
        cv2.circle(mask, (450, 600), 120, (255,), -1)
    else:
        cv2.ellipse(mask, (450, 625), (170, 240), 0, 0, 360, (255,), -1)
        cv2.putText(mask, "TEA", (350, 660), cv2.FONT_HERSHEY_SIMPLEX, 3, (0,), 18)
    return mask


def alpha(folder: Path, picture: Picture, x: int, y: int, left: int, top: int) -> int:
    """How opaque a point of the picture is in its cut-out, whose corner is known."""
    cutout.cache_clear()
    cut = cutout(folder / given(folder, picture))
    assert cut is not None
    return int(cut[round((y - top) * SHRUNK), round((x - left) * SHRUNK), 3])


@pytest.mark.parametrize(("light", "fall"), [(250, 6), (238, 26), (255, 0), (120, 10)])
def test_the_ground_within_a_handle_is_cut_out(light: int, fall: int, tmp_path: Path) -> None:
    picture = mug(light, fall)
    assert alpha(tmp_path, picture, 655, 620, 200, 380) == 0
    assert alpha(tmp_path, picture, 728, 620, 200, 380) == 255
    assert alpha(tmp_path, picture, 400, 620, 200, 380) == 255


def test_the_ground_within_a_ring_is_cut_out(tmp_path: Path) -> None:
    assert alpha(tmp_path, ring(), 450, 600, 160, 310) == 0
    assert alpha(tmp_path, ring(), 195, 600, 160, 310) == 255


@pytest.mark.parametrize("kind", ["wide", "nearly all", "round", "printed"])
def test_a_label_of_the_grounds_colour_stays(kind: str, tmp_path: Path) -> None:
    assert alpha(tmp_path, labelled(shape(kind)), 450, 540, 250, 300) == 255


def test_an_edge_within_keeps_nothing_of_the_ground(tmp_path: Path) -> None:
    cutout.cache_clear()
    cut = cutout(tmp_path / given(tmp_path, ring()))
    assert cut is not None
    edge = cut[(cut[:, :, 3] > 40) & (cut[:, :, 3] < 250)][:, :3].astype(int)
    assert len(edge) > 1500
    assert np.quantile(edge[:, 0], 0.9) < 140
