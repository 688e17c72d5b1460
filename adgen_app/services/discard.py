"""Deletes rows with their files so that a crash in between leaves neither orphan files nor running jobs."""

from datetime import timedelta

from sqlmodel import Session, col, or_, select
from sqlmodel import delete as delete_where

from adgen_app import storage
from adgen_app.db.columns import utc_now
from adgen_app.db.engine import reading, transaction
from adgen_app.db.models import Discarded, GenerationRow
from adgen_app.domain.generation import GenerationId
from adgen_app.errors import Unavailable
from adgen_app.log import logger
from adgen_app.services import jobs

COMING_IN = timedelta(hours=1)
"""Longer than storing a file can take, with all its tries."""


def files_of(generation_id: GenerationId) -> str:
    """The folder in the storage that holds an ad's files."""
    return f"ads/{generation_id}/"


def discard(session: Session, row: GenerationRow) -> GenerationId:
    """Delete the row; a note that its files are to be removed is written with it."""
    generation_id = GenerationId(row.id)
    session.delete(row)
    note(session, files_of(generation_id))
    return generation_id


def clear(generation_id: GenerationId) -> None:
    """After the row is gone: stop its job, remove its files, then the note. What can't be removed now is so later."""
    jobs.cancel(generation_id)
    remove(files_of(generation_id))


def note(session: Session, prefix: str) -> None:
    """With the transaction that makes files orphans: they are to be removed."""
    session.merge(Discarded(prefix=prefix))


def expect(session: Session, prefix: str) -> None:
    """Before files are stored whose row comes after them: without it they are removed, but not while they come in."""
    session.add(Discarded(prefix=prefix, not_before=utc_now() + COMING_IN))


def arrived(session: Session, prefix: str) -> None:
    """With the transaction that writes the row: the files stay. Raises Unavailable if they may be gone already."""
    found = session.get(Discarded, prefix, with_for_update=True)
    if found is None or found.not_before is None or found.not_before <= utc_now():
        raise Unavailable
    session.delete(found)


def withdraw(generation_id: GenerationId) -> None:
    """Remove the files of an ad that ended without being done; there may be none."""
    prefix = files_of(generation_id)
    with transaction() as session:
        note(session, prefix)
    remove(prefix)


def clear_leftovers() -> int:
    """Remove files whose removal a crash or a storage out of reach cut short; returns how many folders that were."""
    due = or_(col(Discarded.not_before).is_(None), col(Discarded.not_before) <= utc_now())
    with reading() as session:
        prefixes = session.exec(select(Discarded.prefix).where(due)).all()
    return sum(remove(prefix) for prefix in prefixes)


def remove(prefix: str) -> bool:
    """Remove the files, then the note about them. What can't be removed now is so later."""
    try:
        storage.remove(prefix)
    except Unavailable:
        logger.warning("deleted files stay until the storage is back", prefix=prefix, exc_info=True)
        return False
    with transaction() as session:
        session.exec(delete_where(Discarded).where(col(Discarded.prefix) == prefix))
    return True
