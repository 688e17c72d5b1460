import pytest

from adgen_app.domain.formats import AspectRatio, Box


@pytest.mark.parametrize("shape", list(AspectRatio))
def test_a_shape_measures_what_its_name_says(shape: AspectRatio) -> None:
    across, down = map(int, shape.split(":"))
    assert shape.size.width * down == shape.size.height * across
    assert min(shape.size) == 1080


@pytest.mark.parametrize("shape", list(AspectRatio))
def test_a_frame_can_be_halved_for_its_colours(shape: AspectRatio) -> None:
    assert shape.size.width % 2 == shape.size.height % 2 == 0


@pytest.mark.parametrize("shape", list(AspectRatio))
def test_the_safe_area_lies_in_the_frame_with_a_margin(shape: AspectRatio) -> None:
    left, top, right, bottom = shape.safe_area
    assert left >= 54
    assert top >= 54
    assert right <= shape.size.width - 54
    assert bottom <= shape.size.height - 108
    assert shape.safe_area.width > shape.size.width / 2
    assert shape.safe_area.height > shape.size.height / 2.1


def test_a_box_measures_from_edge_to_edge() -> None:
    assert (Box(10, 20, 110, 70).width, Box(10, 20, 110, 70).height) == (100, 50)
