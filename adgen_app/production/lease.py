"""Who is alive: every production process promises, again and again, to be back before its lease expires.

Moments are the database's, so that machines need not agree on the time.
"""

from datetime import timedelta

from sqlmodel import col, delete, select, update

from adgen_app.db.engine import moment, reading, transaction
from adgen_app.db.models import Lease


def take(executor_id: str, seconds: float) -> None:
    """Promise for the first time; before the process takes up any ad."""
    with transaction() as session:
        session.add(Lease(executor_id=executor_id, expires=moment(session) + timedelta(seconds=seconds)))


def renew(executor_id: str, seconds: float) -> bool:
    """Promise again; False if the others took this process for dead and made its ads theirs."""
    with transaction() as session:
        expires = moment(session) + timedelta(seconds=seconds)
        mine = update(Lease).where(col(Lease.executor_id) == executor_id).values(expires=expires)
        return session.exec(mine).rowcount == 1


def release(*executor_ids: str) -> None:
    """Leave in good order, or give up the promises of processes that are known to have ended."""
    with transaction() as session:
        session.exec(delete(Lease).where(col(Lease.executor_id).in_(executor_ids)))


def holders() -> list[str]:
    """Everyone who has promised, the late ones included."""
    with reading() as session:
        return list(session.exec(select(Lease.executor_id)).all())


def reap() -> list[str]:
    """Declare dead whoever did not come back; of several that try, one gets each."""
    with transaction() as session:
        dead = delete(Lease).where(col(Lease.expires) < moment(session)).returning(col(Lease.executor_id))
        return list(session.exec(dead).scalars().all())


def without_lease(executor_ids: set[str]) -> set[str]:
    """Which of these have no lease: read the owners of ads first, then ask this."""
    return executor_ids - set(holders())
