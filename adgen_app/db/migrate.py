"""Brings a database to the newest version of the tables."""

from pathlib import Path

from alembic import command
from alembic.config import Config

ROOT = Path(__file__).resolve().parents[2]


def migrate(revision: str = "head") -> None:
    """Upgrade the configured database to a revision, the newest unless told."""
    command.upgrade(alembic_config(), revision)


def alembic_config() -> Config:
    """Alembic's configuration, independent of the current folder."""
    return Config(ROOT / "alembic.ini")
