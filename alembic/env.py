"""Runs migrations on the configured database, for Alembic's command line and for `adgen_app.db.migrate`."""

import sqlite3
from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Connection, event, func, select
from sqlalchemy.types import TypeDecorator

from adgen_app.config import settings
from adgen_app.db import models
from adgen_app.db.engine import make_engine

METADATA = models.User.metadata
LOCK = 0xAD6E


def render(kind: str, item: object, _context: AutogenContext) -> str | Literal[False]:
    """Write the column that the database sees: a migration must not change when our types do."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl!r}"
    return False


def run(connection: Connection) -> None:
    """Run what is missing, in one transaction; a process that comes second waits, then finds nothing to do."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(LOCK)))
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


def unchecked(connection: sqlite3.Connection, _record: object) -> None:
    """SQLite changes a table by making it anew: checked, dropping the old one would delete what refers to it."""
    connection.execute("PRAGMA foreign_keys=OFF").close()


bind = make_engine(settings().database)
if bind.dialect.name == "sqlite":
    event.listen(bind, "connect", unchecked)
try:
    with bind.begin() as connection:
        run(connection)
finally:
    bind.dispose()
