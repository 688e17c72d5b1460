import numpy as np
import pytest

from adgen_app.studio.look.grade import Grade, graded
from adgen_app.studio.look.styles import LOOKS

GRADES = [look.grade for look in LOOKS.values()]
GREYS = np.dstack([np.arange(256, dtype=np.uint8)[None]] * 3 + [np.full((1, 256), 200, np.uint8)])


@pytest.mark.parametrize("grade", GRADES, ids=lambda grade: str(hash(grade)))
def test_a_grade_is_subtle_and_keeps_light_above_dark(grade: Grade) -> None:
    toned = graded(GREYS, grade)[0].astype(int)
    assert np.abs(toned[:, :3] - GREYS[0, :, :3]).max() <= 14
    light = toned[:, :3] @ np.array([0.0722, 0.7152, 0.2126])
    assert (np.diff(light) > -0.5).all()
    assert (toned[0, :3] == 0).all()
    assert (toned[:, 3] == 200).all()


def test_every_style_has_its_own() -> None:
    assert len(set(GRADES)) == len(LOOKS)


def test_saturation_moves_colours_away_from_grey() -> None:
    red = np.array([[[60, 60, 180, 255]]], np.uint8)
    more, less = (int(np.ptp(graded(red, Grade(saturation=s))[0, 0, :3])) for s in (1.2, 0.8))
    assert less < 120 < more
