"""What there is to know about all ads together; a handful of queries, none of which looks at every ad."""

from collections import defaultdict

from sqlalchemy import select as select_columns
from sqlmodel import Session, col, func, select

from adgen_app.db.engine import moment, reading
from adgen_app.db.models import Duration, Lease, LedgerEntry
from adgen_app.domain.figures import Figures, Kind, Took, Used
from adgen_app.domain.generation import Status
from adgen_app.services import jobs

OUTCOMES = [status.value for status in Status if status.finished]


def read() -> Figures:
    """Ask the database. Raises Unavailable."""
    with reading() as session:
        return Figures(
            queues=jobs.queues(session),
            ads={outcome: Took() for outcome in OUTCOMES} | _took(session, Kind.AD),
            steps=_took(session, Kind.STEP),
            used=_used(session),
            workers=_workers(session),
        )


def _took(session: Session, kind: Kind) -> dict[str, Took]:
    buckets: defaultdict[str, dict[int, int]] = defaultdict(dict)
    seconds: defaultdict[str, float] = defaultdict(float)
    for row in session.exec(select(Duration).where(Duration.kind == kind).order_by(Duration.name)):
        buckets[row.name][row.up_to_ms] = row.times
        seconds[row.name] += row.seconds
    return {name: Took(counted, seconds[name]) for name, counted in buckets.items()}


def _used(session: Session) -> dict[tuple[str, str], Used]:
    unit = (col(LedgerEntry.provider), col(LedgerEntry.unit))
    sums = (func.count(), func.sum(col(LedgerEntry.quantity)), func.sum(col(LedgerEntry.price)))
    rows = session.connection().execute(select_columns(*unit, *sums).group_by(*unit).order_by(*unit))
    return {(row[0], row[1]): Used(row[2], row[3], row[4]) for row in rows}


def _workers(session: Session) -> int:
    """Processes whose lease has not run out."""
    alive = col(Lease.expires) >= moment(session)
    return session.exec(select(func.count()).select_from(Lease).where(alive)).one()
