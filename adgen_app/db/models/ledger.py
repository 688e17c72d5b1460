"""The ledger: what was used and what it cost, append-only."""

from datetime import datetime
from decimal import Decimal

from sqlmodel import Field, Index, SQLModel

from adgen_app.db.columns import Dollars, UtcDateTime, new_id, utc_now


class LedgerEntry(SQLModel, table=True):
    """One thing used. Entries outlive the ad that they belong to, so totals and limits can't be deleted away."""

    __tablename__ = "ledger_entries"  # pyright: ignore[reportAssignmentType]  # SQLModel types it as a declared_attr
    __table_args__ = (
        Index("ix_ledger_entries_user_id_unit_created_at", "user_id", "unit", "created_at"),
        Index("ix_ledger_entries_provider_unit_quantity_price", "provider", "unit", "quantity", "price"),
    )

    id: str = Field(default_factory=new_id, primary_key=True, max_length=36)
    user_id: str = Field(foreign_key="users.id", index=True, max_length=36, ondelete="CASCADE")
    generation_id: str = Field(index=True, max_length=36)
    scene: int | None = None
    provider: str = Field(max_length=50)
    unit: str = Field(max_length=30)
    quantity: float = 1.0
    price: Decimal = Field(default=Decimal(0), sa_type=Dollars)
    idempotency_key: str = Field(unique=True, max_length=100)
    created_at: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
