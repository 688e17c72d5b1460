"""What the studio must reach, each figure with its bar."""

from dataclasses import dataclass
from enum import StrEnum

from adgen_app.domain.value import Value


class Measure(StrEnum):
    """What is measured, by its name in the report."""

    ENCODER_SHARE = "frames per second of the cut, over x264 alone"
    PEER = "over MoviePy 2.2, per frame"
    WHOLE = "brief to finished file, 15 s at 1080x1920"
    RETITLED = "one headline changed, share of the full cut"
    SOUNDS = "second ratio: sounds made again"
    LONG_TIME = "60 s ad over 15 s ad: time"
    LONG_MEMORY = "60 s ad over 15 s ad: peak memory"
    MEMORY = "peak memory of a 15 s cut, a process per core"
    LOW_MEMORY = "peak memory of a 15 s cut, low-memory mode"


@dataclass(frozen=True, slots=True)
class Bar:
    """A limit, and on which side of it the good figures are."""

    limit: float
    unit: str = ""
    at_least: bool = False

    def cleared(self, value: float) -> bool:
        """Whether a figure is good enough."""
        return value >= self.limit if self.at_least else value <= self.limit


BARS = {
    Measure.ENCODER_SHARE: Bar(0.85, "x", at_least=True),
    Measure.PEER: Bar(15, "x", at_least=True),
    Measure.WHOLE: Bar(9, "s"),
    Measure.RETITLED: Bar(25, "%"),
    Measure.SOUNDS: Bar(0),
    Measure.LONG_TIME: Bar(4.2, "x"),
    Measure.LONG_MEMORY: Bar(1.15, "x"),
    Measure.MEMORY: Bar(1400, "MB"),
    Measure.LOW_MEMORY: Bar(600, "MB"),
}


class Row(Value):
    """A line of the report."""

    measure: Measure
    value: float | None
    """None: not measured here."""
    unit: str
    limit: float
    at_least: bool
    passed: bool | None


def row(measure: Measure, value: float | None) -> Row:
    """A figure beside its bar."""
    bar = BARS[measure]
    return Row(
        measure=measure,
        value=None if value is None else round(value, 2),
        unit=bar.unit,
        limit=bar.limit,
        at_least=bar.at_least,
        passed=None if value is None else bar.cleared(value),
    )
