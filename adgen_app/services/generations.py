"""Ads of a user: start, look, list, cancel, delete."""

from typing import NamedTuple

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, func, select

from adgen_app.db.columns import is_id, new_id, utc_now
from adgen_app.db.engine import reading, transaction
from adgen_app.db.models import GenerationRow, LedgerEntry, User
from adgen_app.domain.account import UserId
from adgen_app.domain.brief import Brief, one_line
from adgen_app.domain.generation import Generation, GenerationId, Status
from adgen_app.errors import AlreadyFinished, NotFound, NotLoggedIn
from adgen_app.log import bound, logger, request_id
from adgen_app.services import durations, given, jobs, limits
from adgen_app.services.discard import clear, discard


class Page(NamedTuple):
    """Some of a user's ads and how many there are in all."""

    total: int
    generations: list[Generation]


def start(user_id: UserId, brief: Brief) -> Generation:
    """Put an ad in the queue: row, ledger entry and job in one transaction.

    Raises InvalidInput for a photo, logo, track or voice that is not in the user's library; TooMany.
    """
    with transaction() as session:
        user = session.get(User, user_id, with_for_update=True)
        if user is None:
            raise NotLoggedIn
        given.required(session, user_id, brief)
        limits.ads(session, user_id)
        row = GenerationRow(
            id=new_id(),
            user_id=user_id,
            prompt=brief.prompt,
            duration=brief.duration,
            aspect_ratio=brief.aspect_ratio,
            brief=brief.model_dump(mode="json"),
            request_id=request_id(bound().get("request_id", "")),
            current_step="Waiting for its turn",
        )
        session.add(row)
        session.add(_counted(row))
        session.flush()
        jobs.enqueue(session, GenerationId(row.id))
        ad = row.frozen()
    logger.info("ad asked for", generation_id=ad.id, user_id=user_id, request_id=row.request_id)
    return ad


def again(user_id: UserId, generation_id: GenerationId) -> Generation:
    """Start an ad from another one's brief: a new version if that was finished. Raises NotFound, TooMany."""
    ad = get(user_id, generation_id)
    another = ad.brief.model_copy(update={"take": (ad.brief.take + 1) % 1000})
    return start(user_id, another if ad.status is Status.COMPLETED else ad.brief)


def get(user_id: UserId, generation_id: GenerationId) -> Generation:
    """One ad of this user. Raises NotFound."""
    with reading() as session:
        return owned(session, user_id, generation_id).frozen()


def several(wanted: set[tuple[UserId, GenerationId]]) -> dict[tuple[UserId, GenerationId], Generation]:
    """Ads of several users in one query, each only if it is its user's."""
    ids = {generation_id for _, generation_id in wanted if is_id(generation_id)}
    with reading() as session:
        rows = session.exec(select(GenerationRow).where(col(GenerationRow.id).in_(ids))).all()
        ads = {(UserId(row.user_id), GenerationId(row.id)): row for row in rows}
        return {key: row.frozen() for key, row in ads.items() if key in wanted}


def page(user_id: UserId, *, limit: int = 20, offset: int = 0, status: Status | None = None, query: str = "") -> Page:
    """A user's ads, newest first."""
    mine: list[ColumnElement[bool]] = [col(GenerationRow.user_id) == user_id]
    if status:
        mine.append(col(GenerationRow.status) == status)
    words = one_line(query)
    if words:
        mine.append(col(GenerationRow.prompt).icontains(words, autoescape=True))
    newest = (col(GenerationRow.created_at).desc(), col(GenerationRow.id).desc())
    with reading() as session:
        total = session.exec(select(func.count()).select_from(GenerationRow).where(*mine)).one()
        rows = session.exec(select(GenerationRow).where(*mine).order_by(*newest).offset(offset).limit(limit)).all()
        return Page(total, [row.frozen() for row in rows])


def cancel(user_id: UserId, generation_id: GenerationId) -> Generation:
    """Stop an ad that is not finished. Raises NotFound, AlreadyFinished."""
    with transaction() as session:
        row = owned(session, user_id, generation_id, lock=True)
        if Status(row.status).finished:
            raise AlreadyFinished
        row.status = Status.CANCELLED
        row.current_step = "Cancelled"
        row.completed_at = utc_now()
        stopped = row.frozen()
        durations.ad_ended(session, row)
    jobs.cancel(generation_id)
    return stopped


def delete(user_id: UserId, generation_id: GenerationId) -> None:
    """Remove an ad with its files, stopping it first if need be. Raises NotFound."""
    with transaction() as session:
        row = owned(session, user_id, generation_id, lock=True)
        if not Status(row.status).finished:
            row.status = Status.CANCELLED
            durations.ad_ended(session, row)
        discard(session, row)
    clear(generation_id)


def owned(session: Session, user_id: UserId, generation_id: GenerationId, *, lock: bool = False) -> GenerationRow:
    """The row if it is this user's. Raises NotFound, also for somebody else's."""
    row = session.get(GenerationRow, generation_id, with_for_update=lock or None) if is_id(generation_id) else None
    if row is None or row.user_id != user_id:
        raise NotFound
    return row


def _counted(row: GenerationRow) -> LedgerEntry:
    return LedgerEntry(
        user_id=row.user_id,
        generation_id=row.id,
        provider="adgen",
        unit=limits.AD_UNIT,
        idempotency_key=f"ad:{row.id}",
    )
