"""How long ads and steps of their production took, counted in buckets."""

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel


class Duration(SQLModel, table=True):
    """One bucket of a histogram. It stays as small as it is, and what was counted outlives the ads."""

    __tablename__ = "durations"  # pyright: ignore[reportAssignmentType]  # SQLModel types it as a declared_attr

    kind: str = Field(primary_key=True, max_length=10)
    name: str = Field(primary_key=True, max_length=30)
    up_to_ms: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    times: int = Field(sa_type=BigInteger)
    seconds: float
