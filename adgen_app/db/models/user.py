"""The users table."""

from datetime import datetime
from decimal import Decimal

from sqlmodel import Field, SQLModel

from adgen_app.db.columns import UtcDateTime, new_id, utc_now
from adgen_app.domain.account import NAME_KEY_MAX, Account, UserId


class User(SQLModel, table=True):
    """Someone who can log in.

    `name_key` keeps names apart that differ by more than upper and lower case. `total_cost` repeats the sum of the
    ledger, for the specification's column.
    """

    __tablename__ = "users"  # pyright: ignore[reportAssignmentType]  # SQLModel types it as a declared_attr

    id: str = Field(default_factory=new_id, primary_key=True, max_length=36)
    username: str = Field(max_length=100, unique=True, index=True)
    name_key: str = Field(max_length=NAME_KEY_MAX, unique=True)
    password_hash: str = Field(max_length=255)
    email: str | None = Field(default=None, max_length=255)
    total_generations: int = 0
    total_cost: float = 0.0
    token_version: int = 0
    created_at: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
    last_login: datetime | None = Field(default=None, sa_type=UtcDateTime)

    def frozen(self) -> Account:
        """What others may see of it."""
        return Account(
            id=UserId(self.id),
            username=self.username,
            email=self.email,
            total_generations=self.total_generations,
            total_cost=Decimal(str(self.total_cost)),
            created_at=self.created_at,
            last_login=self.last_login,
        )
