"""Files that belong to no row any more and wait for their removal."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from adgen_app.db.columns import UtcDateTime, utc_now


class Discarded(SQLModel, table=True):
    """A folder in the storage to remove, so that a crash leaves no orphan.

    Written with the deletion of its ad, or before a file is stored whose row comes after it: then with the moment from
    which on nobody can still be at it.
    """

    __tablename__ = "discarded"  # pyright: ignore[reportAssignmentType]  # SQLModel types it as a declared_attr

    prefix: str = Field(primary_key=True, max_length=500)
    created_at: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
    not_before: datetime | None = Field(default=None, sa_type=UtcDateTime)
