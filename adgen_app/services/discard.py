"""Deletes ads so that a crash in between leaves neither orphan files nor running jobs."""

from sqlmodel import Session, col, select
from sqlmodel import delete as delete_where

from adgen_app import storage
from adgen_app.db.engine import reading, transaction
from adgen_app.db.models import Discarded, GenerationRow
from adgen_app.domain.generation import GenerationId
from adgen_app.errors import Unavailable
from adgen_app.log import logger
from adgen_app.services import jobs


def files_of(generation_id: GenerationId) -> str:
    """The folder in the storage that holds an ad's files."""
    return f"ads/{generation_id}/"


def discard(session: Session, row: GenerationRow) -> GenerationId:
    """Delete the row; a note that its files are to be removed is written with it."""
    generation_id = GenerationId(row.id)
    session.delete(row)
    session.merge(Discarded(prefix=files_of(generation_id)))
    return generation_id


def clear(generation_id: GenerationId) -> None:
    """After the row is gone: stop its job, remove its files, then the note. What can't be removed now is so later."""
    jobs.cancel(generation_id)
    _remove(files_of(generation_id))


def withdraw(generation_id: GenerationId) -> None:
    """Remove the files of an ad that ended without being done; there may be none."""
    prefix = files_of(generation_id)
    with transaction() as session:
        session.merge(Discarded(prefix=prefix))
    _remove(prefix)


def clear_leftovers() -> int:
    """Remove files whose removal a crash or a storage out of reach cut short; returns how many ads that were."""
    with reading() as session:
        prefixes = session.exec(select(Discarded.prefix)).all()
    return sum(_remove(prefix) for prefix in prefixes)


def _remove(prefix: str) -> bool:
    try:
        storage.remove(prefix)
    except Unavailable:
        logger.warning("files of a deleted ad stay until the storage is back", prefix=prefix, exc_info=True)
        return False
    with transaction() as session:
        session.exec(delete_where(Discarded).where(col(Discarded.prefix) == prefix))
    return True
