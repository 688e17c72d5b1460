"""How long an ad still takes."""

from datetime import datetime
from typing import NamedTuple

from adgen_app.domain.generation import Generation

GUESS_SECONDS = {15: 20, 30: 35, 60: 65}
"""How long the studio takes for an ad of that length, before its own speed tells better."""
AT_WORK_PERCENT = 30
"""With less, an ad waits: for its plan, then for a studio that makes other ads."""
TELLING_PERCENT = 5
"""Progress that tells a speed."""


class Pace(NamedTuple):
    """When the studio was first seen at work on an ad, and how far the ad was."""

    percent: int
    moment: datetime


def pace(ad: Generation, now: datetime) -> Pace | None:
    """What is seen now, unless the ad still waits."""
    return Pace(ad.progress, now) if ad.progress >= AT_WORK_PERCENT else None


def time_left(ad: Generation, now: datetime, first: Pace | None) -> str:
    """A guess in words: by its speed since it was `first` seen at work, before that from experience.

    Time that it waited tells nothing of its speed.
    """
    if first is None:
        return "Starts as soon as a studio is free"
    made, left = ad.progress - first.percent, 100 - ad.progress
    if made >= TELLING_PERCENT:
        seconds = (now - first.moment).total_seconds() * left / made
    else:
        seconds = GUESS_SECONDS[ad.duration] * left / (100 - AT_WORK_PERCENT)
    return "A few seconds left" if seconds < 8 else f"About {round(seconds / 5) * 5} seconds left"  # noqa: PLR2004
