"""Photos, logos, tracks, voices of a user: take in, look, list, delete."""

from pathlib import Path, PureWindowsPath
from threading import BoundedSemaphore
from typing import NamedTuple

from sqlmodel import Session, col, func, select

from adgen_app import storage
from adgen_app.config import settings
from adgen_app.db.columns import is_id, new_id
from adgen_app.db.engine import reading, transaction
from adgen_app.db.models import AssetRow, GenerationRow, User
from adgen_app.domain.account import UserId
from adgen_app.domain.asset import Asset, AssetId, AssetKind
from adgen_app.domain.brief import Brief, one_line
from adgen_app.domain.generation import Status
from adgen_app.errors import InUse, LibraryFull, NotFound, NotLoggedIn, TooLarge
from adgen_app.services import discard
from adgen_app.studio.audio import intake as sound
from adgen_app.studio.photo import intake as picture

NAME_MAX = 120
_ROOM = BoundedSemaphore(2)
"""Files taken in at a time: the largest picture takes some hundred megabytes while it is."""


class Page(NamedTuple):
    """Some of a user's files and how many there are in all."""

    total: int
    assets: list[Asset]


def add(user_id: UserId, kind: AssetKind, name: str, content: bytes) -> Asset:
    """Take a file in; one that is there already stays the only one.

    What a failure or a crash leaves in the storage has no row, but a note by which it is removed.
    Raises TooLarge, Unreadable, LibraryFull, Unavailable.
    """
    fits(len(content))
    with _ROOM:
        row, normal = _normalised(kind, content)
    row.user_id, row.name = user_id, _named(name, kind)
    with transaction() as session:
        if found := _there(session, row):
            return found.frozen()
        discard.expect(session, _folder(row))
    storage.put(_key(row), normal)
    with transaction() as session:
        if found := _there(session, row):
            return found.frozen()
        discard.arrived(session, _folder(row))
        session.add(row)
    return row.frozen()


def fits(size: int) -> None:
    """Refuse a file by its bytes alone, as early as they are known. Raises TooLarge."""
    if size > settings().upload_bytes:
        raise too_large()


def too_large() -> TooLarge:
    """The refusal of a file by its bytes alone."""
    return TooLarge(f"This file is larger than {settings().upload_megabytes} MB. Please make it smaller.")


def get(user_id: UserId, asset_id: AssetId) -> Asset:
    """One file of this user. Raises NotFound."""
    with reading() as session:
        return owned(session, user_id, asset_id).frozen()


def locate(user_id: UserId, asset_id: AssetId) -> Path | str:
    """Where the file is, as `storage.locate` says it. Raises NotFound, Unavailable."""
    with reading() as session:
        key = _key(owned(session, user_id, asset_id))
    return storage.locate(key)


def fetch(asset: Asset, folder: Path) -> Path:
    """Bring the file into a folder, named as storyboards name it. Raises NotFound, Unavailable."""
    target = folder / asset.media
    if not target.exists():
        storage.fetch(f"{folder_of(asset.user_id)}{asset.id}/{asset.media}", target)
    return target


def page(user_id: UserId, *, kind: AssetKind | None = None, limit: int = 20, offset: int = 0) -> Page:
    """A user's files, newest first."""
    mine = [col(AssetRow.user_id) == user_id, *([col(AssetRow.kind) == kind] if kind else [])]
    newest = (col(AssetRow.created_at).desc(), col(AssetRow.id).desc())
    with reading() as session:
        total = session.exec(select(func.count()).select_from(AssetRow).where(*mine)).one()
        rows = session.exec(select(AssetRow).where(*mine).order_by(*newest).offset(offset).limit(limit)).all()
        return Page(total, [row.frozen() for row in rows])


def delete(user_id: UserId, asset_id: AssetId) -> None:
    """Remove a file; finished ads hold what they show. Raises NotFound, InUse while an ad that needs it is made."""
    with transaction() as session:
        _present(session, user_id)
        row = owned(session, user_id, asset_id)
        if asset_id in _needed(session, user_id):
            raise InUse
        discard.note(session, _folder(row))
        session.delete(row)
    discard.remove(_folder(row))


def owned(session: Session, user_id: UserId, asset_id: AssetId) -> AssetRow:
    """The row if it is this user's. Raises NotFound, also for somebody else's."""
    row = session.get(AssetRow, asset_id) if is_id(asset_id) else None
    if row is None or row.user_id != user_id:
        raise NotFound
    return row


def folder_of(user_id: UserId) -> str:
    """The folder in the storage that holds the files which a user gave."""
    return f"assets/{user_id}/"


def _folder(row: AssetRow) -> str:
    """A folder for each row: no two uploads ever share a file, so that removing one can't hurt another."""
    return f"{folder_of(UserId(row.user_id))}{row.id}/"


def _key(row: AssetRow) -> str:
    return _folder(row) + row.media


def _normalised(kind: AssetKind, content: bytes) -> tuple[AssetRow, bytes]:
    """A row that has no owner yet, with the file's content in the studio's form. Raises Unreadable."""
    if kind in sound.WANTED:
        heard = sound.normalise(content, kind)
        size, seconds, normal = (None, None), heard.seconds, heard
    else:
        shown = picture.normalise(content, kind)
        size, seconds, normal = (shown.width, shown.height), None, shown
    row = AssetRow(
        id=new_id(),
        user_id="",
        kind=kind,
        name="",
        media=normal.name,
        bytes=len(normal.data),
        width=size[0],
        height=size[1],
        seconds=seconds,
    )
    return row, normal.data


def _there(session: Session, row: AssetRow) -> AssetRow | None:
    """The user's row with the same content, if there is one. Raises NotLoggedIn, LibraryFull if there is no room."""
    _present(session, UserId(row.user_id))
    mine = col(AssetRow.user_id) == row.user_id
    same = select(AssetRow).where(mine, AssetRow.kind == row.kind, AssetRow.media == row.media)
    found = session.exec(same).first()
    count = session.exec(select(func.count()).select_from(AssetRow).where(mine)).one()
    if found is None and count >= settings().files_per_user:
        raise LibraryFull(f"Your library holds {count} files, which is all it can. Delete some that you don't need.")
    return found


def _present(session: Session, user_id: UserId) -> None:
    """Locked, so that of two changes to a user's library one comes after the other. Raises NotLoggedIn."""
    if session.get(User, user_id, with_for_update=True) is None:
        raise NotLoggedIn


def _needed(session: Session, user_id: UserId) -> set[AssetId]:
    """What the user's ads that are not finished refer to."""
    unfinished = col(GenerationRow.status).in_([Status.PENDING, Status.PROCESSING])
    rows = session.exec(select(GenerationRow).where(GenerationRow.user_id == user_id, unfinished)).all()
    return {asset_id for row in rows for asset_id in Brief.model_validate(row.brief).assets}


def _named(name: str, kind: AssetKind) -> str:
    """The user's own name for the file, without the folders that some browsers tell."""
    return one_line(PureWindowsPath(name).name)[:NAME_MAX] or kind.value
