"""Brings a database to the newest version of the tables."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.exc import OperationalError

from adgen_app.db.engine import reading
from adgen_app.errors import Unavailable

ROOT = Path(__file__).resolve().parents[2]


def migrate(revision: str = "head") -> None:
    """Upgrade the configured database to a revision, the newest unless told. Raises Unavailable without a database."""
    try:
        command.upgrade(alembic_config(), revision)
    except OperationalError as error:
        raise Unavailable from error


def up_to_date() -> bool:
    """Whether the configured database has the newest version of the tables. Raises Unavailable without a database."""
    newest = ScriptDirectory.from_config(alembic_config()).get_heads()
    with reading() as session:
        return set(MigrationContext.configure(session.connection()).get_current_heads()) == set(newest)


def alembic_config() -> Config:
    """Alembic's configuration, independent of the current folder."""
    return Config(ROOT / "alembic.ini")
