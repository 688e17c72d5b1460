"""Keeps this process's lease, takes over the ads of processes that died."""

import os
from threading import Event, Thread

from dbos import DBOS

from adgen_app.errors import Unavailable
from adgen_app.log import logger
from adgen_app.production import identity, lease
from adgen_app.production.housekeeping import fail_stranded

RENEWALS_PER_LEASE = 3
RENEWALS_BEFORE_REAPING = 4
"""Whoever was away themselves (database lost, machine asleep) can't tell who is dead: first stay up for a while."""
SUPERSEDED = 75
"""Exit code (EX_TEMPFAIL): the service manager starts the process again."""


class Keeper:
    """A thread that renews, reaps, recovers."""

    def __init__(self, executor_id: str, here: str, seconds: float) -> None:
        """`here` is this process's place; `seconds` is how long a lease lasts."""
        self._id = executor_id
        self._here = here
        self._seconds = seconds
        self._stop = Event()
        self._renewals = 0
        self._thread = Thread(target=self._run, name="lease", daemon=True)

    def start(self) -> None:
        """Begin; the lease is taken already, the engine is up. Whoever ended on this machine needs no waiting for."""
        others = set(lease.holders()) - {self._id}
        lease.release(*(each for each in others if identity.is_gone(each, self._here)))
        recover(lease.without_lease(_owners()))
        self._thread.start()

    def stop(self) -> None:
        """End the thread; the lease stays until it is released."""
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stop.wait(self._seconds / RENEWALS_PER_LEASE):
            try:
                self._tick()
            except Unavailable:
                self._renewals = 0
                logger.warning("lease not renewed: the database is away")
            except Exception:  # noqa: BLE001  # this thread must go on: without it the process is taken for dead
                self._renewals = 0
                logger.exception("lease not renewed")

    def _tick(self) -> None:
        if not lease.renew(self._id, self._seconds):
            logger.error("others took this process for dead; it ends, so that nothing is made twice")
            os._exit(SUPERSEDED)
        self._renewals += 1
        if self._renewals > RENEWALS_BEFORE_REAPING:
            owners = _owners()
            recover({*lease.reap(), *lease.without_lease(owners)})
            fail_stranded()


def recover(executor_ids: set[str]) -> None:
    """Take over what these processes were making."""
    if executor_ids:
        logger.warning("taking over ads of processes that are gone", processes=sorted(executor_ids))
        DBOS._recover_pending_workflows(  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  # pinned, contract-tested
            sorted(executor_ids)
        )


def _owners() -> set[str]:
    """Processes that are making ads."""
    pending = DBOS.list_workflows(status="PENDING", load_input=False, load_output=False)
    return {workflow.executor_id for workflow in pending if workflow.executor_id}
