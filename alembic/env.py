"""Runs migrations on the configured database, for Alembic's command line and for `adgen_app.db.migrate`."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Connection
from sqlalchemy.types import TypeDecorator

from adgen_app.db import models
from adgen_app.db.engine import engine

METADATA = models.User.metadata


def render(kind: str, item: object, _context: AutogenContext) -> str | Literal[False]:
    """Write the column that the database sees: a migration must not change when our types do."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl!r}"
    return False


def run(connection: Connection) -> None:
    """Run what is missing, in one transaction where the database can."""
    ours = set(METADATA.tables)
    context.configure(
        connection=connection,
        target_metadata=METADATA,
        render_as_batch=True,
        compare_server_default=True,
        render_item=render,
        include_name=lambda name, kind, _parents: kind != "table" or name in ours,
    )
    with context.begin_transaction():
        context.run_migrations()


with engine().begin() as connection:
    run(connection)
