"""Session tokens that were logged out before they expired."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from adgen_app.db.columns import UtcDateTime


class RevokedToken(SQLModel, table=True):
    """A logged-out token's id; of no use once the token has expired."""

    __tablename__ = "revoked_tokens"  # pyright: ignore[reportAssignmentType]  # SQLModel types it as a declared_attr

    id: str = Field(primary_key=True, max_length=36)
    expires: datetime = Field(sa_type=UtcDateTime, index=True)
