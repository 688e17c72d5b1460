"""The queue as the rest of the system sees it: ask production for an ad, or tell it to stop."""

from functools import cache

from dbos import DBOSClient, EnqueueOptions
from sqlmodel import Session

from adgen_app.config import settings
from adgen_app.domain.generation import GenerationId

APPLICATION = "adgen"
VERSION = "1"
"""Pinned: with another version, ads in production at a deploy would never be taken up again."""
QUEUE = "ads"
WORKFLOW = "make_ad"


@cache
def client() -> DBOSClient:
    """A connection to the queue, without running anything of it in this process."""
    return DBOSClient(system_database_url=settings().database, application_name=APPLICATION, lazy=True)


def prepare() -> None:
    """Create or update the queue's own tables, beside ours; again is harmless."""
    client()._sys_db.run_migrations()  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  # its command line does so


def enqueue(session: Session, generation_id: GenerationId) -> None:
    """Put the ad in the queue, with the caller's transaction or not at all."""
    options: EnqueueOptions = {
        "workflow_name": WORKFLOW,
        "queue_name": QUEUE,
        "workflow_id": generation_id,
        "application_name": APPLICATION,
        "app_version": VERSION,
    }
    client().enqueue_in_transaction(session, options, generation_id)


def cancel(generation_id: GenerationId) -> None:
    """Take the ad out of the queue, or tell who makes it to stop; one that nobody makes is fine."""
    client().cancel_workflow(generation_id, cancel_children=True)
