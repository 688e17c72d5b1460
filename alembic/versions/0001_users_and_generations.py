"""users and generations."""

import sqlalchemy as sa
from alembic import op


revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this version."""

    op.create_table(
        "discarded",
        sa.Column("prefix", sa.String(length=500), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("prefix", name=op.f("pk_discarded")),
    )
    op.create_table(
        "leases",
        sa.Column("executor_id", sa.String(length=120), nullable=False),
        sa.Column("expires", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("executor_id", name=op.f("pk_leases")),
    )
    with op.batch_alter_table("leases") as batch_op:
        batch_op.create_index("ix_leases_expires", ["expires"], unique=False)

    op.create_table(
        "revoked_tokens",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("expires", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revoked_tokens")),
    )
    with op.batch_alter_table("revoked_tokens") as batch_op:
        batch_op.create_index("ix_revoked_tokens_expires", ["expires"], unique=False)

    op.create_table(
        "users",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("username", sa.String(length=100), nullable=False),
        sa.Column("name_key", sa.String(length=150), nullable=False),
        sa.Column("password_hash", sa.String(length=255), nullable=False),
        sa.Column("email", sa.String(length=255), nullable=True),
        sa.Column("total_generations", sa.Integer(), nullable=False),
        sa.Column("total_cost", sa.Float(), nullable=False),
        sa.Column("token_version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_login", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_users")),
        sa.UniqueConstraint("name_key", name=op.f("uq_users_name_key")),
    )
    with op.batch_alter_table("users") as batch_op:
        batch_op.create_index("ix_users_username", ["username"], unique=True)

    op.create_table(
        "generations",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("user_id", sa.String(length=36), nullable=False),
        sa.Column("prompt", sa.Text(), nullable=False),
        sa.Column("duration", sa.Integer(), nullable=False),
        sa.Column("aspect_ratio", sa.String(length=10), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("progress", sa.Integer(), nullable=False),
        sa.Column("current_step", sa.String(length=100), nullable=True),
        sa.Column("video_path", sa.String(length=500), nullable=True),
        sa.Column("video_url", sa.String(length=500), nullable=True),
        sa.Column("thumbnail_url", sa.String(length=500), nullable=True),
        sa.Column("framework", sa.String(length=20), nullable=True),
        sa.Column("num_scenes", sa.Integer(), nullable=True),
        sa.Column("generation_time_seconds", sa.Integer(), nullable=True),
        sa.Column("cost", sa.Float(), nullable=True),
        sa.Column("error_message", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("completed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("brief", sa.JSON(), nullable=False),
        sa.Column("storyboard", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("thumbnail_path", sa.String(length=500), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_generations_user_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_generations")),
    )
    with op.batch_alter_table("generations") as batch_op:
        batch_op.create_index("ix_generations_created_at", ["created_at"], unique=False)
        batch_op.create_index("ix_generations_status", ["status"], unique=False)
        batch_op.create_index("ix_generations_user_id", ["user_id"], unique=False)
        batch_op.create_index("ix_generations_user_id_created_at_id", ["user_id", "created_at", "id"], unique=False)

    op.create_table(
        "ledger_entries",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("user_id", sa.String(length=36), nullable=False),
        sa.Column("generation_id", sa.String(length=36), nullable=False),
        sa.Column("scene", sa.Integer(), nullable=True),
        sa.Column("provider", sa.String(length=50), nullable=False),
        sa.Column("unit", sa.String(length=30), nullable=False),
        sa.Column("quantity", sa.Float(), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("idempotency_key", sa.String(length=100), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_ledger_entries_user_id_users"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger_entries")),
        sa.UniqueConstraint("idempotency_key", name=op.f("uq_ledger_entries_idempotency_key")),
    )
    with op.batch_alter_table("ledger_entries") as batch_op:
        batch_op.create_index("ix_ledger_entries_generation_id", ["generation_id"], unique=False)
        batch_op.create_index("ix_ledger_entries_user_id", ["user_id"], unique=False)
        batch_op.create_index(
            "ix_ledger_entries_user_id_unit_created_at", ["user_id", "unit", "created_at"], unique=False
        )


def downgrade() -> None:
    """Go back to the version before."""

    with op.batch_alter_table("ledger_entries") as batch_op:
        batch_op.drop_index("ix_ledger_entries_user_id_unit_created_at")
        batch_op.drop_index("ix_ledger_entries_user_id")
        batch_op.drop_index("ix_ledger_entries_generation_id")

    op.drop_table("ledger_entries")
    with op.batch_alter_table("generations") as batch_op:
        batch_op.drop_index("ix_generations_user_id_created_at_id")
        batch_op.drop_index("ix_generations_user_id")
        batch_op.drop_index("ix_generations_status")
        batch_op.drop_index("ix_generations_created_at")

    op.drop_table("generations")
    with op.batch_alter_table("users") as batch_op:
        batch_op.drop_index("ix_users_username")

    op.drop_table("users")
    with op.batch_alter_table("revoked_tokens") as batch_op:
        batch_op.drop_index("ix_revoked_tokens_expires")

    op.drop_table("revoked_tokens")
    with op.batch_alter_table("leases") as batch_op:
        batch_op.drop_index("ix_leases_expires")

    op.drop_table("leases")
    op.drop_table("discarded")
