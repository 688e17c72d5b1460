"""The queues as the rest of the system sees them: ask production for an ad, or tell it to stop."""

import time
from functools import cache

from dbos import DBOSClient, EnqueueOptions
from sqlalchemy import BigInteger, column, table
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, String, func, select

from adgen_app.config import settings
from adgen_app.db.migrate import migrate
from adgen_app.domain.figures import Queue
from adgen_app.domain.generation import GenerationId
from adgen_app.log import logger

APPLICATION = "adgen"
VERSION = "1"
"""Pinned: with another version, ads in production at a deploy would never be taken up again."""
ADS, MAKE_AD = "ads", "make_ad"
CUTS, CUT_AD = "cuts", "cut_ad"
"""Queues, each with its workflow: planning an ad takes no time, cutting it takes the whole machine."""
_CUT = "/cut"
_WAITING, _RUNNING = "ENQUEUED", "PENDING"
_JOBS = "workflow_status"
"""DBOS's table, of which an index holds all that we ask for."""


@cache
def client() -> DBOSClient:
    """A connection to the queues, without running anything of them in this process."""
    return DBOSClient(
        system_database_url=settings().database,
        application_name=APPLICATION,
        lazy=True,
        retry_connection_errors=False,
    )


def prepare() -> None:
    """Create or update all tables: ours, then the queues' own beside them; again is harmless. Raises Unavailable."""
    migrate()
    client()._sys_db.run_migrations()  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  # its command line does so


def enqueue(session: Session, generation_id: GenerationId) -> None:
    """Put the ad in the queue, with the caller's transaction or not at all."""
    _enqueue(session, ADS, MAKE_AD, generation_id, generation_id)


def enqueue_cut(session: Session, generation_id: GenerationId) -> None:
    """Put the planned ad in the queue for the studio, with the caller's transaction or not at all."""
    _enqueue(session, CUTS, CUT_AD, generation_id + _CUT, generation_id)


def cancel(generation_id: GenerationId) -> None:
    """Take the ad out of the queues, or tell who makes it to stop; one that nobody makes is fine.

    Without a database it is told later: production looks at the ad's row as it goes along.
    """
    try:
        client().cancel_workflows(list(ids_of(generation_id)), cancel_children=True)
    except OperationalError:
        logger.warning("the job of a stopped ad is still there", generation_id=generation_id, exc_info=True)


def queues(session: Session) -> dict[str, Queue]:
    """How it is with those who wait, in each queue."""
    schema = None if session.get_bind().dialect.name == "sqlite" else "dbos"
    queue, status = column("queue_name", String), column("status", String)
    since = func.min(column("created_at", BigInteger))
    jobs = table(_JOBS, queue, status, schema=schema)
    asked = select(queue, status, func.count(), since).select_from(jobs).group_by(queue, status)
    found = {
        (name, state): (number, first)
        for name, state, number, first in session.exec(
            asked.where(queue.in_([ADS, CUTS]), status.in_([_WAITING, _RUNNING]))
        )
    }
    return {name: _queue(found.get((name, _WAITING)), found.get((name, _RUNNING))) for name in (ADS, CUTS)}


def _queue(waiting: tuple[int, int] | None, running: tuple[int, int] | None) -> Queue:
    """Of numbers with the millisecond since when."""
    oldest = max(0.0, time.time() - waiting[1] / 1000) if waiting else 0.0
    return Queue(waiting[0] if waiting else 0, running[0] if running else 0, oldest)


def ad_of(workflow_id: str) -> GenerationId:
    """Which ad a job is for."""
    return GenerationId(workflow_id.removesuffix(_CUT))


def ids_of(generation_id: GenerationId) -> tuple[str, ...]:
    """The jobs that an ad may have, first to last."""
    return generation_id, generation_id + _CUT


def _enqueue(session: Session, queue: str, workflow: str, workflow_id: str, generation_id: GenerationId) -> None:
    options: EnqueueOptions = {
        "workflow_name": workflow,
        "queue_name": queue,
        "workflow_id": workflow_id,
        "application_name": APPLICATION,
        "app_version": VERSION,
    }
    client().enqueue_in_transaction(session, options, generation_id)
