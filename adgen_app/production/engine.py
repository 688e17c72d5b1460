"""The production engine of a process: up, down, and inside of the web app."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from threading import Event, Thread

from dbos import DBOS

from adgen_app.config import settings
from adgen_app.log import logger
from adgen_app.production import housekeeping, identity, lease, lines, queues, stopping, workflow
from adgen_app.production.keeper import Keeper
from adgen_app.production.records import records
from adgen_app.services import jobs

UNWIND_SECONDS = 5
WORKFLOWS = (workflow.make_ad, workflow.cut_ad)
"""DBOS knows them because their module was imported."""


class Engine:
    """Takes ads from the queue and makes them."""

    def __init__(self) -> None:
        """Nothing is started yet."""
        here = identity.place()
        self.id = identity.new(here)
        self._keeper = Keeper(self.id, here, settings().lease_seconds)
        self._stopped = Event()
        self._housekeeper = Thread(target=self._keep_house, name="housekeeping", daemon=True)

    def start(self) -> None:
        """Take a lease, launch, take over from the dead, put things in order."""
        stopping.end()
        lines.adopt()
        jobs.prepare()
        lease.take(self.id, settings().lease_seconds)
        DBOS(
            config={
                "name": jobs.APPLICATION,
                "system_database_url": settings().database,
                "application_version": jobs.VERSION,
                "executor_id": self.id,
                "run_migrations": False,
                "log_level": lines.LEVEL,
            }
        )
        records()
        DBOS.launch()
        queues.register()
        self._keeper.start()
        self._housekeeper.start()
        logger.info("production engine is up", executor_id=self.id)

    def stop(self) -> None:
        """Let go of what is being made; the next engine takes it up where it stands."""
        self._stopped.set()
        stopping.begin()
        self._keeper.stop()
        self._housekeeper.join(UNWIND_SECONDS)
        DBOS.destroy(workflow_completion_timeout_sec=UNWIND_SECONDS)
        lease.release(self.id)
        logger.info("production engine is down", executor_id=self.id)

    def _keep_house(self) -> None:
        while True:
            try:
                housekeeping.tidy()
            except Exception:  # noqa: BLE001  # an engine makes ads even where it can't tidy up
                logger.exception("housekeeping failed; it is tried again in an hour")
            if self._stopped.wait(housekeeping.EVERY_SECONDS):
                return


@asynccontextmanager
async def embedded() -> AsyncGenerator[None]:
    """An engine for as long as the web app runs."""
    engine = Engine()
    await asyncio.to_thread(engine.start)
    try:
        yield
    finally:
        await asyncio.to_thread(engine.stop)
