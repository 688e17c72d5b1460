import numpy as np
import pytest

from adgen_app.domain.formats import Box
from adgen_app.studio.photo.crop import centre, crop, salience, within
from tests.studio.pictures import busy, flat, tin


def test_a_crop_keeps_what_matters() -> None:
    picture = busy()
    seen = salience(picture)
    part = crop(picture, seen, 0.5)
    assert part.box.height == 800
    assert part.box.width == 400
    assert part.box.left < 0.68 * 1200 < part.box.right, "the red disc"
    assert 0.3 < part.kept < 1


@pytest.mark.parametrize("aspect", [9 / 16, 1.0, 16 / 9])
@pytest.mark.parametrize("size", [(2560, 256), (256, 2560), (40, 40), (8, 9)])
def test_a_crop_lies_in_any_picture_and_has_its_shape(size: tuple[int, int], aspect: float) -> None:
    picture = busy(*size)
    box = crop(picture, salience(picture), aspect).box
    assert 0 <= box.left < box.right <= size[0]
    assert 0 <= box.top < box.bottom <= size[1]
    assert box.width / box.height == pytest.approx(aspect, rel=0.2)


def test_a_picture_of_nothing_is_cropped_in_its_middle() -> None:
    picture = flat(120, 900, 300)
    assert crop(picture, salience(picture), 1.0).box == pytest.approx(Box(300, 0, 600, 300), abs=12)


def test_the_eye_goes_to_the_product() -> None:
    seen = salience(tin())
    x, y = centre(seen)
    assert x == pytest.approx(0.5, abs=0.06)
    assert 0.3 < y < 0.7
    assert within(seen, (0, 0, 1, 1)) == pytest.approx(1, abs=1e-3)
    assert within(seen, (0.25, 0.2, 0.75, 0.85)) > 0.65
    assert float(np.asarray(seen).min()) > 0
