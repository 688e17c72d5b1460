"""metrics: how long ads and steps took, which request asked for an ad."""

import sqlalchemy as sa
from alembic import op


revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this version."""

    op.create_table(
        "durations",
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("name", sa.String(length=30), nullable=False),
        sa.Column("up_to_ms", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("times", sa.BigInteger(), nullable=False),
        sa.Column("seconds", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "name", "up_to_ms", name=op.f("pk_durations")),
    )
    with op.batch_alter_table("generations") as batch_op:
        batch_op.add_column(sa.Column("request_id", sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column("step_seconds", sa.JSON(none_as_null=True), nullable=True))

    with op.batch_alter_table("ledger_entries") as batch_op:
        batch_op.create_index(
            "ix_ledger_entries_provider_unit_quantity_price", ["provider", "unit", "quantity", "price"], unique=False
        )


def downgrade() -> None:
    """Go back to the version before."""

    with op.batch_alter_table("ledger_entries") as batch_op:
        batch_op.drop_index("ix_ledger_entries_provider_unit_quantity_price")

    with op.batch_alter_table("generations") as batch_op:
        batch_op.drop_column("step_seconds")
        batch_op.drop_column("request_id")

    op.drop_table("durations")
