"""What production writes about an ad: started, how far, done, failed."""

from contextlib import suppress

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, func, select

from adgen_app.db.columns import utc_now
from adgen_app.db.engine import reading, transaction
from adgen_app.db.models import GenerationRow, LedgerEntry, User
from adgen_app.domain.account import UserId
from adgen_app.domain.generation import Generation, GenerationId, Status
from adgen_app.domain.storyboard import Storyboard
from adgen_app.errors import AlreadyFinished, NotReady
from adgen_app.services import durations


def begin(generation_id: GenerationId) -> Generation:
    """Production has taken the ad up; again is harmless. Raises AlreadyFinished if it was cancelled or deleted."""
    with transaction() as session:
        row = running(session, generation_id)
        row.status = Status.PROCESSING
        row.started_at = row.started_at or utc_now()
        return row.frozen()


def report(generation_id: GenerationId, percent: int, step: str) -> None:
    """Say how far the ad is; never goes back. Raises AlreadyFinished if it was cancelled or deleted."""
    with transaction() as session:
        row = running(session, generation_id)
        row.progress = max(row.progress, percent)
        row.current_step = step


def planned(session: Session, generation_id: GenerationId, storyboard: Storyboard) -> None:
    """Keep the storyboard with the ad. Raises AlreadyFinished if it was cancelled or deleted."""
    row = running(session, generation_id)
    row.storyboard = storyboard.model_dump(mode="json")
    row.framework = storyboard.framework
    row.num_scenes = len(storyboard.scenes)


def complete(session: Session, generation_id: GenerationId, video_path: str, thumbnail_path: str) -> None:
    """The ad is done: its files, its cost, the user's totals. Raises AlreadyFinished if it was cancelled or deleted."""
    user = _locked_owner(session, generation_id)
    row = running(session, generation_id)
    row.status, row.progress, row.current_step = Status.COMPLETED, 100, "Done"
    row.video_path, row.thumbnail_path = video_path, thumbnail_path
    row.video_url, row.thumbnail_url = f"/api/video/{row.id}", f"/api/thumbnail/{row.id}"
    row.completed_at = utc_now()
    row.generation_time_seconds = round((row.completed_at - (row.started_at or row.created_at)).total_seconds())
    user.total_generations += 1
    _settle(session, row, user)
    durations.ad_ended(session, row)


def fail(generation_id: GenerationId, sentence: str) -> None:
    """The ad could not be made; the sentence tells the user what to do. One that has ended stays as it is."""
    with suppress(AlreadyFinished), transaction() as session:
        user = _locked_owner(session, generation_id)
        row = running(session, generation_id)
        row.status, row.error_message, row.current_step = Status.FAILED, sentence, "Failed"
        row.completed_at = utc_now()
        _settle(session, row, user)
        durations.ad_ended(session, row)


def status(generation_id: GenerationId) -> Status | None:
    """How the ad stands; None if it was deleted."""
    with reading() as session:
        row = session.get(GenerationRow, generation_id)
        return Status(row.status) if row else None


def ids(generation_id: GenerationId) -> dict[str, str]:
    """What stands on every log line of an ad's production: whose it is, which request asked for it."""
    with reading() as session:
        row = session.get(GenerationRow, generation_id)
        found = {"request_id": row.request_id, "user_id": row.user_id} if row else {}
        return {name: value for name, value in found.items() if value}


def owner(generation_id: GenerationId) -> UserId:
    """Whose ad is being made. Raises AlreadyFinished if it was cancelled or deleted."""
    with reading() as session:
        row = session.get(GenerationRow, generation_id)
        if row is None or Status(row.status).finished:
            raise AlreadyFinished
        return UserId(row.user_id)


def storyboard(generation_id: GenerationId) -> Storyboard:
    """The plan of an ad that is being made. Raises AlreadyFinished if it was cancelled or deleted, NotReady."""
    with reading() as session:
        row = session.get(GenerationRow, generation_id)
        if row is None or Status(row.status).finished:
            raise AlreadyFinished
        if row.storyboard is None:
            raise NotReady("This ad has no storyboard yet.")
        return Storyboard.model_validate(row.storyboard)


def unfinished() -> list[GenerationId]:
    """Ads that wait or are being made, oldest first."""
    waiting = col(GenerationRow.status).in_([Status.PENDING, Status.PROCESSING])
    with reading() as session:
        ids = session.exec(select(GenerationRow.id).where(waiting).order_by(col(GenerationRow.created_at))).all()
        return [GenerationId(each) for each in ids]


def running(session: Session, generation_id: GenerationId) -> GenerationRow:
    """The locked row of an ad that is not finished. Raises AlreadyFinished if it is, or if it was deleted."""
    row = session.get(GenerationRow, generation_id, with_for_update=True)
    if row is None or Status(row.status).finished:
        raise AlreadyFinished
    return row


def _locked_owner(session: Session, generation_id: GenerationId) -> User:
    """The ad's user, locked before the ad as everywhere, so that nobody waits in a circle. Raises AlreadyFinished."""
    its = select(User).join(GenerationRow).where(GenerationRow.id == generation_id).with_for_update(of=User)
    user = session.exec(its).first()
    if user is None:
        raise AlreadyFinished
    return user


def _settle(session: Session, row: GenerationRow, user: User) -> None:
    """What was spent is spent, however the ad ended."""
    row.cost = _spent(session, col(LedgerEntry.generation_id) == row.id)
    user.total_cost = _spent(session, col(LedgerEntry.user_id) == user.id)


def _spent(session: Session, which: ColumnElement[bool]) -> float:
    return float(session.exec(select(func.sum(LedgerEntry.price)).where(which)).one() or 0)
