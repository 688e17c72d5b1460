import pytest

from adgen_app.domain.figures import BEYOND, BOUNDS_MS, bucket


@pytest.mark.parametrize(
    ("seconds", "up_to"), [(0, 100), (0.1, 100), (0.1001, 250), (59, 60_000), (3600, 3_600_000), (3601, BEYOND)]
)
def test_a_duration_is_in_the_first_bucket_that_holds_it(seconds: float, up_to: int) -> None:
    assert bucket(seconds) == up_to


def test_bounds_rise() -> None:
    assert sorted(set(BOUNDS_MS)) == list(BOUNDS_MS)
