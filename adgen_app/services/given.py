"""The files that a brief names."""

from typing import NamedTuple

from sqlmodel import Session, col, select

from adgen_app.db.engine import reading
from adgen_app.db.models import AssetRow
from adgen_app.domain.account import UserId
from adgen_app.domain.asset import Asset, AssetId, AssetKind, MediaName
from adgen_app.domain.brief import Brief
from adgen_app.errors import InvalidInput, NotFound
from adgen_app.services import assets


class Files(NamedTuple):
    """What the user gave for an ad."""

    photos: tuple[Asset, ...]
    logo: Asset | None
    track: Asset | None
    voice: Asset | None

    @property
    def all(self) -> tuple[Asset, ...]:
        """Each of them, photos first."""
        return (*self.photos, *(one for one in (self.logo, self.track, self.voice) if one))


def files(user_id: UserId, brief: Brief) -> Files:
    """What the brief names, each file once. Raises InvalidInput for what is not in the user's library."""
    with reading() as session:
        return required(session, user_id, brief)


def named(user_id: UserId, names: frozenset[MediaName]) -> list[Asset]:
    """The user's files with this content, one for each name. Raises InvalidInput if one is gone."""
    mine = select(AssetRow).where(AssetRow.user_id == user_id, col(AssetRow.media).in_(names))
    with reading() as session:
        found = {row.media: row.frozen() for row in session.exec(mine)}
    if names - found.keys():
        raise InvalidInput("A file of this ad is not in your library any more; upload it again.", code="UNKNOWN_FILE")
    return list(found.values())


def required(session: Session, user_id: UserId, brief: Brief) -> Files:
    """The same, as part of a transaction."""

    def one(asset_id: AssetId, kind: AssetKind) -> Asset:
        try:
            found = assets.owned(session, user_id, asset_id).frozen()
        except NotFound as error:
            raise _gone(kind) from error
        if found.kind is not kind:
            raise _gone(kind)
        return found

    return Files(
        tuple(one(photo, AssetKind.PHOTO) for photo in dict.fromkeys(brief.photos)),
        one(brief.logo, AssetKind.LOGO) if brief.logo else None,
        one(brief.track, AssetKind.TRACK) if brief.track else None,
        one(brief.voice, AssetKind.VOICE) if brief.voice else None,
    )


def _gone(kind: AssetKind) -> InvalidInput:
    return InvalidInput(
        f"That {kind.value} is not in your library any more; upload it again.", code=f"UNKNOWN_{kind.value.upper()}"
    )
