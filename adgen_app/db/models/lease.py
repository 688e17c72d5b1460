"""The leases of production processes: who is alive."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from adgen_app.db.columns import UtcDateTime


class Lease(SQLModel, table=True):
    """A production process that promised to be back before `expires`, by the database's clock."""

    __tablename__ = "leases"  # pyright: ignore[reportAssignmentType]  # SQLModel types it as a declared_attr

    executor_id: str = Field(primary_key=True, max_length=120)
    expires: datetime = Field(sa_type=UtcDateTime, index=True)
