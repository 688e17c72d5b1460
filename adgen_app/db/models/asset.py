"""The assets table: photos, logos, tracks, voices that users gave."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, Index, SQLModel

from adgen_app.db.columns import UtcDateTime, new_id, utc_now
from adgen_app.domain.account import UserId
from adgen_app.domain.asset import Asset, AssetId, AssetKind


class AssetRow(SQLModel, table=True):
    """A file in a user's library; the row is written when the file is where it stays."""

    __tablename__ = "assets"  # pyright: ignore[reportAssignmentType]  # SQLModel types it as a declared_attr
    __table_args__ = (
        UniqueConstraint("user_id", "kind", "media"),
        Index("ix_assets_user_id_created_at_id", "user_id", "created_at", "id"),
    )

    id: str = Field(default_factory=new_id, primary_key=True, max_length=36)
    user_id: str = Field(foreign_key="users.id", index=True, max_length=36, ondelete="CASCADE")
    kind: str = Field(max_length=20)
    name: str = Field(max_length=120)
    media: str = Field(max_length=80)
    bytes: int
    width: int | None = None
    height: int | None = None
    seconds: float | None = None
    created_at: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)

    def frozen(self) -> Asset:
        """A snapshot that outlives the session."""
        return Asset(
            id=AssetId(self.id),
            user_id=UserId(self.user_id),
            kind=AssetKind(self.kind),
            name=self.name,
            media=self.media,
            bytes=self.bytes,
            width=self.width,
            height=self.height,
            seconds=self.seconds,
            created_at=self.created_at,
        )
