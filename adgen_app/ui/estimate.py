"""How long an ad still takes."""

from datetime import datetime

from adgen_app.domain.generation import Generation

GUESS_SECONDS = {15: 20, 30: 35, 60: 65}
"""How long an ad of that length takes from start to finish, before its own progress tells better."""
TELLING_PERCENT = 35


def time_left(ad: Generation, now: datetime) -> str:
    """A guess in words: from its own speed once that is known, before that from experience."""
    if ad.started_at is None:
        return "Starts as soon as a studio is free"
    spent = (now - ad.started_at).total_seconds()
    if ad.progress >= TELLING_PERCENT:
        seconds = spent * (100 - ad.progress) / ad.progress
    else:
        seconds = max(GUESS_SECONDS[ad.duration] - spent, 5)
    return "A few seconds left" if seconds < 8 else f"About {round(seconds / 5) * 5} seconds left"  # noqa: PLR2004
