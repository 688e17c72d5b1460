"""How many ads are made at once."""

from dbos import DBOS

from adgen_app.config import settings
from adgen_app.services import jobs

POLL_SECONDS = 0.5


def register() -> None:
    """Tell the running engine its queues; the limit holds over all processes."""
    DBOS.register_queue(
        jobs.QUEUE,
        global_concurrency=settings().ads_at_once,
        worker_concurrency=settings().ads_at_once,
        polling_interval_sec=POLL_SECONDS,
        on_conflict="always_update",
    )
