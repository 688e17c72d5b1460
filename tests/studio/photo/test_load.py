from pathlib import Path

import numpy as np
import pytest

from adgen_app.errors import StudioFailed
from adgen_app.studio.photo.load import load, scaled
from tests.studio.pictures import flat, given, logo, tin


def test_a_picture_has_its_colours_and_its_transparency(tmp_path: Path) -> None:
    sign = load(tmp_path / given(tmp_path, logo(255)))
    assert sign.alpha is not None
    assert sign.alpha.shape == sign.pixels.shape[:2] == (200, 600)
    assert not sign.blank, "white on nothing has a shape"
    assert sign.flat(under=0).max() == 255
    opaque = load(tmp_path / given(tmp_path, tin()))
    assert opaque.alpha is None
    assert opaque.size == (900, 1200)
    assert not opaque.blank


def whitish() -> np.ndarray:
    """A logo that nobody can tell from its paper."""
    picture = flat(255, 600, 200)
    picture[60:140, 100:500] = 250
    return picture


@pytest.mark.parametrize(
    "nothing",
    [flat(255), flat(0), flat(128, 1, 1), flat(9, 2560, 4), np.zeros((50, 50, 4), np.uint8), whitish()],
    ids=["white", "black", "dot", "line", "transparent", "white on white"],
)
def test_where_nothing_is_to_be_seen_is_known(nothing: np.ndarray, tmp_path: Path) -> None:
    assert load(tmp_path / given(tmp_path, nothing)).blank


def test_a_file_that_is_no_picture_is_refused(tmp_path: Path) -> None:
    (tmp_path / "it.png").write_bytes(b"\x89PNG but no more")
    with pytest.raises(StudioFailed, match=r"it\.png"):
        load(tmp_path / "it.png")


def test_the_thinnest_picture_keeps_a_pixel() -> None:
    assert scaled(flat(9, 2560, 2), 0.1).shape == (1, 256, 3)
