"""Column types that mean the same on SQLite as on PostgreSQL."""

from datetime import UTC, datetime
from decimal import Decimal
from uuid import uuid4

from sqlalchemy import BigInteger, DateTime, Dialect
from sqlalchemy.types import TypeDecorator
from sqlmodel import SQLModel

from adgen_app.domain import money

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
"""Every constraint has a name, so that migrations can change it on SQLite, too."""


ID_LENGTH = 36


def new_id() -> str:
    """A random UUID as text, the primary key of every table."""
    return str(uuid4())


def is_id(text: str) -> bool:
    """Whether a text has the shape of an id; databases fail at some that have not."""
    return len(text) == ID_LENGTH and text.isascii() and text.isprintable()


def utc_now() -> datetime:
    """Now, aware of its time zone."""
    return datetime.now(UTC)


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: aware in Python, UTC in the database. SQLite would forget the zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To UTC. Raises ValueError for a naive moment."""
        del dialect
        if value is not None and value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """From UTC."""
        del dialect
        return value.replace(tzinfo=UTC) if value and value.tzinfo is None else value


class Dollars(TypeDecorator[Decimal]):
    """An exact amount, stored as whole millionths."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        """To millionths."""
        del dialect
        return None if value is None else money.to_micros(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> Decimal | None:
        """From millionths."""
        del dialect
        return None if value is None else money.from_micros(value)
