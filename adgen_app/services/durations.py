"""Counts how long ads and steps took, once each, whichever process they ran in."""

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session

from adgen_app.db.columns import utc_now
from adgen_app.db.engine import transaction
from adgen_app.db.models import Duration, GenerationRow
from adgen_app.domain.figures import Kind, bucket
from adgen_app.domain.generation import GenerationId
from adgen_app.errors import Unavailable
from adgen_app.log import logger


def step_ended(generation_id: GenerationId, step: str, seconds: float) -> None:
    """A step of an ad is done; one that a crash makes happen again counted the first time. Never a reason to fail."""
    try:
        with transaction() as session:
            row = session.get(GenerationRow, generation_id, with_for_update=True)
            counted = row.step_seconds or {} if row else {}
            if row and step not in counted:
                row.step_seconds = {**counted, step: round(seconds, 3)}
                session.flush()
                _count(session, Kind.STEP, step, seconds)
    except Unavailable:
        logger.warning("a step was not counted: the database is away", step=step)


def ad_ended(session: Session, row: GenerationRow) -> None:
    """With the last thing that a transaction writes of an ad: other ads' transactions wait for this one's end."""
    session.flush()
    _count(session, Kind.AD, row.status, (utc_now() - row.created_at).total_seconds())


def _count(session: Session, kind: Kind, name: str, seconds: float) -> None:
    """One more. Whoever comes first makes the row."""
    values = {"kind": kind, "name": name, "up_to_ms": bucket(seconds), "times": 1, "seconds": seconds}
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    again = {"times": Duration.times + 1, "seconds": Duration.seconds + seconds}
    session.exec(
        insert(Duration).values(values).on_conflict_do_update(index_elements=["kind", "name", "up_to_ms"], set_=again)
    )
