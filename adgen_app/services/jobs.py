"""The queues as the rest of the system sees them: ask production for an ad, or tell it to stop."""

from functools import cache

from dbos import DBOSClient, EnqueueOptions
from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from adgen_app.config import settings
from adgen_app.db.migrate import migrate
from adgen_app.domain.generation import GenerationId
from adgen_app.log import logger

APPLICATION = "adgen"
VERSION = "1"
"""Pinned: with another version, ads in production at a deploy would never be taken up again."""
ADS, MAKE_AD = "ads", "make_ad"
CUTS, CUT_AD = "cuts", "cut_ad"
"""Queues, each with its workflow: planning an ad takes no time, cutting it takes the whole machine."""
_CUT = "/cut"


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
