"""What there is to know about all ads together, for whoever runs AdGen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from adgen_app.domain.money import ZERO

BOUNDS_MS = (
    *(100, 250, 500, 1_000, 2_500, 5_000, 10_000, 20_000, 30_000, 60_000),
    *(120_000, 300_000, 600_000, 1_800_000, 3_600_000),
)
"""Up to how many milliseconds the buckets reach that durations are counted in."""
BEYOND = 0
"""Stands for the bucket of all that took longer."""


class Kind(StrEnum):
    """What took its time."""

    AD = "ad"
    """By outcome, from when it was asked for to its end."""
    STEP = "step"
    """By its name in production."""


@dataclass(frozen=True, slots=True)
class Took:
    """How long things of one name took: how many in each bucket, seconds of all together."""

    buckets: Mapping[int, int] = field(default_factory=dict[int, int])
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Queue:
    """How it is with those who wait in a queue."""

    waiting: int = 0
    running: int = 0
    oldest_seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Used:
    """What was used of one unit of a provider: how often, how much, for how many dollars."""

    calls: int
    quantity: float
    cost: Decimal = ZERO


@dataclass(frozen=True, slots=True)
class Figures:
    """All of it, over all processes and users; no user's name or words are in it."""

    queues: Mapping[str, Queue]
    ads: Mapping[str, Took]
    steps: Mapping[str, Took]
    used: Mapping[tuple[str, str], Used]
    workers: int


def bucket(seconds: float) -> int:
    """The bucket of something that took so long."""
    return next((bound for bound in BOUNDS_MS if seconds * 1000 <= bound), BEYOND)
