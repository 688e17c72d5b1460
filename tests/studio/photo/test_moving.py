import itertools

import numpy as np
import pytest

from adgen_app.domain.formats import Box, Size
from adgen_app.studio.look.grade import Grade
from adgen_app.studio.photo.moving import ZOOM, Moving
from tests.studio.pictures import busy

SIZE = Size(180, 320)


def test_the_camera_goes_towards_what_matters() -> None:
    moving = Moving(busy(600, 800), Box(0, 0, 450, 800), SIZE, (1.0, 0.0), Grade())
    whole = Box(0, 0, *SIZE)
    wide, near = moving.seen(whole, 0.0), moving.seen(whole, 1.0)
    assert wide == pytest.approx((0, 0, 1, 1), abs=0.02)
    assert near == pytest.approx((1 - 1 / (1 + ZOOM), 0, 1, 1 / (1 + ZOOM)), abs=0.02)


@pytest.mark.parametrize("part", [Box(0, 0, 600, 800), Box(10, 10, 13, 700), Box(0, 5, 600, 7)], ids=str)
def test_every_moment_fills_the_frame_from_edge_to_edge(part: Box) -> None:
    picture = np.maximum(busy(600, 800), 40)
    moving = Moving(picture, part, SIZE, (0.3, 0.9), Grade())
    for share in (0.0, 0.37, 1.0):
        frame = moving.at(share)
        assert frame.shape == (320, 180, 4)
        assert frame[:, :, 3].min() == 255
        assert frame[:, :, :3].max(axis=2).min() > 20


def test_it_moves_by_less_than_a_pixel_a_frame() -> None:
    moving = Moving(busy(1200, 1600), Box(0, 0, 900, 1600), Size(1080, 1920), (0.5, 0.5), Grade())
    places = [np.array(moving.place(frame / 150)) for frame in range(150)]
    assert max(np.abs(b - a).max() for a, b in itertools.pairwise(places)) < 1
