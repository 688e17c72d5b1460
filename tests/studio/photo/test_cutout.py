from pathlib import Path

import cv2
import numpy as np
import pytest

from adgen_app.studio.photo.cutout import cutout
from tests.studio.pictures import busy, checkered, flat, given, logo, plain, tin


def test_a_product_is_cut_out_with_its_label_and_without_its_shadow(tmp_path: Path) -> None:
    cut = cutout(tmp_path / given(tmp_path, tin()))
    assert cut is not None
    height, width = cut.shape[:2]
    shrunk = 1100 / 1200
    assert width == pytest.approx(0.34 * 900 * shrunk, abs=16)
    assert height == pytest.approx(0.55 * 1200 * shrunk, abs=20)
    alpha = cut[:, :, 3]
    assert (alpha[10:-24, 16:-16] == 255).all(), "the white label belongs to it"
    assert cut[height // 8, width // 2, 2] > cut[height // 8, width // 2, 0] + 80
    assert ((alpha > 20) & (alpha < 235)).mean() < 0.05


def test_its_edge_does_not_keep_the_ground(tmp_path: Path) -> None:
    picture = plain(light=250, fall=4)
    cv2.circle(picture, (450, 600), 260, (30, 20, 20), -1, cv2.LINE_AA)
    cut = cutout(tmp_path / given(tmp_path, picture))
    assert cut is not None
    edge = cut[(cut[:, :, 3] > 40) & (cut[:, :, 3] < 250)][:, :3]
    assert len(edge) > 300
    assert np.quantile(edge, 0.9) < 120, "a light rim would shine on a dark ground"


def test_what_was_cut_out_already_is_only_trimmed(tmp_path: Path) -> None:
    cut = cutout(tmp_path / given(tmp_path, logo(90)))
    assert cut is not None
    assert cut.shape[0] < 190
    assert (cut[:, 0, 3].max(), cut[:, -1, 3].max()) > (8, 8)


def test_the_same_picture_is_cut_in_the_same_way(tmp_path: Path) -> None:
    path = tmp_path / given(tmp_path, tin(500, 600))
    first = cutout(path)
    cutout.cache_clear()
    again = cutout(path)
    assert first is not None
    assert again is not None
    assert np.array_equal(first, again)


def test_a_pair_beside_each_other_is_a_product(tmp_path: Path) -> None:
    picture = plain()
    for left in (150, 500):
        cv2.ellipse(picture, (left + 125, 700), (120, 200), 0, 0, 360, (40, 40, 160), -1, cv2.LINE_AA)
    assert cutout(tmp_path / given(tmp_path, picture)) is not None


def pale() -> np.ndarray:
    """White on white, told only by a shadow's breath."""
    picture = plain(light=252, fall=2)
    cv2.rectangle(picture, (250, 300), (650, 900), (249, 250, 251), -1)
    return picture


def gutted() -> np.ndarray:
    """A white bottle on white, of which only cap and label can be told."""
    picture = plain(light=252, fall=2)
    cv2.rectangle(picture, (380, 200), (520, 330), (60, 60, 60), -1)
    cv2.rectangle(picture, (320, 560), (580, 800), (150, 190, 210), -1)
    return picture


def beheaded() -> np.ndarray:
    """Cut off by the photographer."""
    picture = plain()
    cv2.rectangle(picture, (200, 500), (700, 1199), (30, 60, 160), -1)
    return picture


@pytest.mark.parametrize(
    "picture",
    [busy(), checkered(), plain(), pale(), gutted(), beheaded(), flat(255), flat(0), flat(7, 1, 1)],
    ids=range(9),
)
def test_what_can_not_be_told_from_its_ground_stays_in_its_picture(picture: np.ndarray, tmp_path: Path) -> None:
    assert cutout(tmp_path / given(tmp_path, picture)) is None
