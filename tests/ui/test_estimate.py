"""How long an ad still takes, in words."""

from datetime import UTC, datetime, timedelta

import pytest

from adgen_app.domain.account import Account
from adgen_app.domain.brief import Brief
from adgen_app.domain.generation import Generation
from adgen_app.services import generations
from adgen_app.ui.estimate import Pace, pace, time_left
from tests.api import serving

BEGAN = datetime(2026, 11, 23, 12, tzinfo=UTC)
WAITS = "Starts as soon as a studio is free"


@pytest.fixture
def started(user: Account) -> Generation:
    """An ad whose job nobody takes up."""
    return generations.start(user.id, Brief(prompt=serving.PROMPT))


@pytest.mark.parametrize(
    ("duration", "first", "progress", "spent", "words"),
    [
        (15, 30, 30, 0, "About 20 seconds left"),
        (15, 30, 33, 90, "About 20 seconds left"),
        (60, 30, 34, 5, "About 60 seconds left"),
        (15, 30, 65, 10, "About 10 seconds left"),
        (15, 60, 70, 4, "About 10 seconds left"),
        (60, 30, 40, 15, "About 90 seconds left"),
        (15, 30, 99, 20, "A few seconds left"),
        (15, 95, 95, 0, "A few seconds left"),
    ],
)
def test_time_left_goes_by_experience_then_by_its_own_speed(  # a table of them
    duration: int, first: int, progress: int, spent: int, words: str, sqlite_database: str, started: Generation
) -> None:
    ad = started.model_copy(update={"duration": duration, "progress": progress, "started_at": BEGAN})
    assert time_left(ad, BEGAN + timedelta(seconds=spent), Pace(first, BEGAN)) == words


@pytest.mark.parametrize("progress", [0, 10, 20])
def test_nobody_guesses_how_long_an_ad_waits(progress: int, sqlite_database: str, started: Generation) -> None:
    ad = started.model_copy(update={"progress": progress, "started_at": BEGAN})
    assert pace(ad, BEGAN) is None
    assert time_left(ad, BEGAN + timedelta(minutes=5), None) == WAITS


def test_the_wait_is_not_held_against_its_speed(sqlite_database: str, started: Generation) -> None:
    ad = started.model_copy(update={"progress": 30, "started_at": BEGAN})
    later = BEGAN + timedelta(minutes=5)
    seen = pace(ad, later)
    assert seen == (30, later)
    half = ad.model_copy(update={"progress": 65})
    assert time_left(half, later + timedelta(seconds=10), seen) == "About 10 seconds left"
