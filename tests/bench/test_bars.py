import pytest

from adgen_app.bench.bars import BARS, Measure, row


def test_every_measure_has_a_bar() -> None:
    assert set(BARS) == set(Measure)


@pytest.mark.parametrize(
    ("measure", "good", "bad"),
    [(Measure.ENCODER_SHARE, 0.85, 0.84), (Measure.WHOLE, 9.0, 9.01), (Measure.SOUNDS, 0, 1)],
)
def test_a_figure_on_the_bar_passes_and_one_beyond_it_fails(measure: Measure, good: float, bad: float) -> None:
    assert row(measure, good).passed is True
    assert row(measure, bad).passed is False


def test_what_was_not_measured_neither_passes_nor_fails() -> None:
    missing = row(Measure.PEER, None)
    assert (missing.value, missing.passed) == (None, None)
