"""Files that belong to no row any more and wait for their removal."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from adgen_app.db.columns import UtcDateTime, utc_now


class Discarded(SQLModel, table=True):
    """A folder in the storage to remove; written with the deletion of its ad, so that a crash leaves no orphan."""

    __tablename__ = "discarded"  # pyright: ignore[reportAssignmentType]  # SQLModel types it as a declared_attr

    prefix: str = Field(primary_key=True, max_length=500)
    created_at: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
