import pytest

from adgen_app.domain.formats import AspectRatio, Box
from adgen_app.studio.look.style import Spot
from adgen_app.studio.scenes.band import above, band, cleared, cleared_spot


@pytest.mark.parametrize("shape", AspectRatio)
def test_the_band_lies_at_the_bottom_of_the_safe_area_in_the_middle_of_the_frame(shape: AspectRatio) -> None:
    safe, box = shape.safe_area, band(shape)
    assert safe.left <= box.left < box.right <= safe.right
    assert box.bottom == safe.bottom
    assert box.left == shape.size.width - box.right
    assert box.height < safe.height / 4
    assert above(shape).bottom < box.top
    assert above(shape)[:3] == safe[:3]


@pytest.mark.parametrize("shape", AspectRatio)
def test_boxes_that_lie_one_under_the_other_still_do(shape: AspectRatio) -> None:
    safe = shape.safe_area
    middle = (safe.top + safe.bottom) // 2
    upper, lower = Box(safe.left, safe.top + 100, safe.right, middle), Box(safe.left, middle, safe.right, safe.bottom)
    one, two = cleared(upper, shape), cleared(lower, shape)
    assert one.bottom == two.top
    assert one.top == pytest.approx(upper.top, abs=6)
    assert two.bottom == above(shape).bottom
    assert (one.left, one.right) == (upper.left, upper.right)


def test_what_lies_under_the_safe_area_stays_there() -> None:
    shape = AspectRatio.VERTICAL
    assert cleared(Box(0, 1300, 1080, 1900), shape) == Box(0, 1300, 1080, 1900)
    assert cleared(Box(0, 1200, 1080, 1900), shape).top > shape.safe_area.bottom
    spot = cleared_spot(Spot(540, 1470, 300), shape)
    assert spot.y - spot.radius > shape.safe_area.bottom
    assert spot.y + spot.radius <= 1770


@pytest.mark.parametrize("shape", AspectRatio)
def test_a_circle_in_the_safe_area_gets_smaller_and_keeps_clear_of_the_band(shape: AspectRatio) -> None:
    safe = shape.safe_area
    spot = cleared_spot(Spot(540, safe.bottom - 150, 150), shape)
    assert spot.y + spot.radius <= above(shape).bottom
    assert 80 < spot.radius < 150
