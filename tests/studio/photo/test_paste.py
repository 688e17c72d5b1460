import numpy as np

from adgen_app.studio.look.backdrop import surface
from adgen_app.studio.photo.paste import Pose, paste, premultiplied

FOOT = (20.0, 40.0)


def card() -> np.ndarray:
    picture = np.full((40, 40, 4), 255, np.uint8)
    picture[:, :, :3] = (10, 200, 30)
    return picture


def pasted(pose: Pose) -> np.ndarray:
    frame = np.zeros((120, 100, 4), np.uint8)
    frame[:, :, 3] = 255
    with surface(frame) as canvas:
        paste(canvas, premultiplied(card()), FOOT, pose)
    return frame


def test_a_picture_stands_with_its_foot_on_its_place() -> None:
    frame = pasted(Pose(50, 100))
    assert tuple(frame[61, 31]) == tuple(frame[98, 68]) == (10, 200, 30, 255)
    assert frame[58, 50].max() == frame[102, 50].max() == 255  # alpha alone
    assert frame[58, 50, 1] == frame[102, 50, 1] == 0


def test_it_moves_by_parts_of_a_pixel() -> None:
    edge = [int(pasted(Pose(50 + step / 4, 100))[80, 70, 1]) for step in range(5)]
    assert edge == sorted(edge)
    assert len(set(edge)) == 5


def test_what_can_not_be_seen_is_not_drawn_and_what_hangs_over_is_cut() -> None:
    assert pasted(Pose(50, 100, opacity=0)).max(axis=(0, 1)).tolist() == [0, 0, 0, 255]
    assert pasted(Pose(500, 100)).max(axis=(0, 1)).tolist() == [0, 0, 0, 255]
    assert 0 < (pasted(Pose(0, 130, 2.0, 30))[:, :, 1] > 100).sum() < 4 * 1600


def test_transparent_parts_let_through_what_is_behind() -> None:
    half = card()
    half[:, :, 3] = 128
    frame = np.full((120, 100, 4), 255, np.uint8)
    with surface(frame) as canvas:
        paste(canvas, premultiplied(half), FOOT, Pose(50, 100))
    assert abs(int(frame[80, 50, 0]) - 132) <= 2
