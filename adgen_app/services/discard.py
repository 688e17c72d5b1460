"""Deletes ads so that a crash in between leaves neither orphan files nor running jobs."""

from sqlmodel import Session, select

from adgen_app import storage
from adgen_app.db.engine import reading, transaction
from adgen_app.db.models import Discarded, GenerationRow
from adgen_app.domain.generation import GenerationId
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
    """After the row is gone: stop its job, remove its files, then the note."""
    jobs.cancel(generation_id)
    _remove(files_of(generation_id))


def clear_leftovers() -> int:
    """Remove files whose removal a crash cut short; returns how many ads that were."""
    with reading() as session:
        prefixes = session.exec(select(Discarded.prefix)).all()
    for prefix in prefixes:
        _remove(prefix)
    return len(prefixes)


def _remove(prefix: str) -> None:
    storage.remove(prefix)
    with transaction() as session:
        note = session.get(Discarded, prefix)
        if note:
            session.delete(note)
