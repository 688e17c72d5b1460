"""How many ads are made at once."""

import os

from dbos import DBOS

from adgen_app.config import settings
from adgen_app.services import jobs

POLL_SECONDS = 0.5
_CORES_A_CUT = 4


def register() -> None:
    """Tell the running engine its queues; ads wait there in order."""
    at_once = settings().ads_at_once
    _register(jobs.ADS, at_once, at_once)
    _register(jobs.CUTS, at_once, min(at_once, cuts_at_once()))


def cuts_at_once() -> int:
    """In this process. A cut takes every core: a few at a time keep them busy, more would only take memory."""
    return max(2, (os.cpu_count() or 1) // _CORES_A_CUT)


def _register(name: str, everywhere: int, here: int) -> None:
    DBOS.register_queue(
        name,
        global_concurrency=everywhere,
        worker_concurrency=here,
        polling_interval_sec=POLL_SECONDS,
        on_conflict="always_update",
    )
