"""assets: photos, logos, tracks that users gave."""

import sqlalchemy as sa
from alembic import op


revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this version."""

    op.create_table(
        "assets",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("user_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("media", sa.String(length=80), nullable=False),
        sa.Column("bytes", sa.Integer(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=True),
        sa.Column("height", sa.Integer(), nullable=True),
        sa.Column("seconds", sa.Float(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_assets_user_id_users"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assets")),
        sa.UniqueConstraint("user_id", "kind", "media", name=op.f("uq_assets_user_id_kind_media")),
    )
    with op.batch_alter_table("assets") as batch_op:
        batch_op.create_index("ix_assets_user_id", ["user_id"], unique=False)
        batch_op.create_index("ix_assets_user_id_created_at_id", ["user_id", "created_at", "id"], unique=False)

    with op.batch_alter_table("discarded") as batch_op:
        batch_op.add_column(sa.Column("not_before", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    """Go back to the version before."""

    with op.batch_alter_table("discarded") as batch_op:
        batch_op.drop_column("not_before")

    with op.batch_alter_table("assets") as batch_op:
        batch_op.drop_index("ix_assets_user_id_created_at_id")
        batch_op.drop_index("ix_assets_user_id")

    op.drop_table("assets")
