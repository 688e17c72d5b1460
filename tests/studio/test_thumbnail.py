from pathlib import Path

import cv2
import pytest

from adgen_app.domain.formats import AspectRatio
from adgen_app.domain.storyboard import Storyboard
from adgen_app.studio.thumbnail import strip, telling, thumbnail
from tests.studio.boards import BOARDS


@pytest.mark.parametrize("board", BOARDS.values(), ids=BOARDS)
def test_a_thumbnail_shows_a_settled_scene_and_not_the_first_frame(board: Storyboard, tmp_path: Path) -> None:
    thumbnail(board, tmp_path / "still.jpg")
    still = cv2.imread(str(tmp_path / "still.jpg"))
    assert still is not None
    assert still.shape == (640, 360, 3)
    assert still.std() > 10
    assert telling(board) > 30
    assert all(abs(telling(board) - cut) > 8 for cut in board.cuts)


def test_a_wide_ad_has_a_wide_thumbnail(tmp_path: Path) -> None:
    thumbnail(BOARDS["watch"].model_copy(update={"aspect_ratio": AspectRatio.WIDE}), tmp_path / "still.jpg")
    still = cv2.imread(str(tmp_path / "still.jpg"))
    assert still is not None
    assert still.shape == (360, 640, 3)


@pytest.mark.parametrize("name", ["strip.jpg", "strip.webp"])
def test_a_strip_shows_frames_of_ads_side_by_side(name: str, tmp_path: Path) -> None:
    strip([(BOARDS["watch"], 2.0), (BOARDS["cleaner"], 2.0)], tmp_path / name, height=160, gap=10)
    row = cv2.imread(str(tmp_path / name))
    assert row is not None
    assert row.shape == (160, 190, 3)
    assert row[:, 93:97].min() > 240
    assert abs(row[:, :90].mean() - row[:, 100:].mean()) > 5
