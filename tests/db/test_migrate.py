"""The schema that migrations make, asked from the databases themselves."""

import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Inspector, inspect, text
from sqlmodel import select

from adgen_app.config import settings
from adgen_app.db.engine import engine, reading, transaction
from adgen_app.db.migrate import alembic_config, migrate, up_to_date
from adgen_app.db.models import LedgerEntry, User
from adgen_app.domain.account import Account
from adgen_app.errors import Unavailable

ROOT = Path(__file__).parents[2]


class Column(NamedTuple):
    type: str
    nullable: bool


# The specification's data model, by the words of SQL. DateTime is UTC.
USERS = {
    "id": Column("VARCHAR(36)", nullable=False),
    "username": Column("VARCHAR(100)", nullable=False),
    "password_hash": Column("VARCHAR(255)", nullable=False),
    "email": Column("VARCHAR(255)", nullable=True),
    "total_generations": Column("INTEGER", nullable=False),
    "total_cost": Column("FLOAT", nullable=False),
    "created_at": Column("TIMESTAMP", nullable=False),
    "last_login": Column("TIMESTAMP", nullable=True),
}
GENERATIONS = {
    "id": Column("VARCHAR(36)", nullable=False),
    "user_id": Column("VARCHAR(36)", nullable=False),
    "prompt": Column("TEXT", nullable=False),
    "duration": Column("INTEGER", nullable=False),
    "aspect_ratio": Column("VARCHAR(10)", nullable=False),
    "status": Column("VARCHAR(20)", nullable=False),
    "progress": Column("INTEGER", nullable=False),
    "current_step": Column("VARCHAR(100)", nullable=True),
    "video_path": Column("VARCHAR(500)", nullable=True),
    "video_url": Column("VARCHAR(500)", nullable=True),
    "thumbnail_url": Column("VARCHAR(500)", nullable=True),
    "framework": Column("VARCHAR(20)", nullable=True),
    "num_scenes": Column("INTEGER", nullable=True),
    "generation_time_seconds": Column("INTEGER", nullable=True),
    "cost": Column("FLOAT", nullable=True),
    "error_message": Column("TEXT", nullable=True),
    "created_at": Column("TIMESTAMP", nullable=False),
    "completed_at": Column("TIMESTAMP", nullable=True),
}


def look() -> Inspector:
    return inspect(engine())


def columns(table: str) -> dict[str, Column]:
    found = look().get_columns(table)
    return {column["name"]: Column(_plain(str(column["type"])), column["nullable"]) for column in found}


def _plain(name: str) -> str:
    return {"DATETIME": "TIMESTAMP", "DOUBLE PRECISION": "FLOAT"}.get(name, name)


def indexes(table: str) -> dict[tuple[str | None, ...], bool]:
    return {tuple(index["column_names"]): bool(index["unique"]) for index in look().get_indexes(table)}


@pytest.mark.parametrize(("table", "specified"), [("users", USERS), ("generations", GENERATIONS)])
def test_the_tables_have_the_columns_of_the_specification(
    database: str, table: str, specified: dict[str, Column]
) -> None:
    found = columns(table)
    assert {name: found[name] for name in specified} == specified
    assert look().get_pk_constraint(table)["constrained_columns"] == ["id"]


def test_moments_keep_their_time_zone_on_postgresql(postgresql_database: str) -> None:
    types = {column["name"]: column["type"] for column in look().get_columns("generations")}
    assert types["created_at"].timezone
    assert types["completed_at"].timezone


def test_the_indexes_of_the_specification_are_there(database: str) -> None:
    assert indexes("users")["username",] is True
    assert indexes("generations")["user_id",] is False
    assert indexes("generations")["status",] is False
    assert indexes("generations")["created_at",] is False


def test_an_ad_belongs_to_a_user(database: str) -> None:
    (key,) = look().get_foreign_keys("generations")
    assert (key["constrained_columns"], key["referred_table"], key["referred_columns"]) == (
        ["user_id"],
        "users",
        ["id"],
    )


def test_the_newest_ads_of_a_user_come_from_an_index(database: str, user: Account) -> None:
    query = "SELECT id FROM generations WHERE user_id = 'x' ORDER BY created_at DESC, id DESC LIMIT 20"
    explain = "EXPLAIN QUERY PLAN " if database.startswith("sqlite") else "EXPLAIN "
    with engine().begin() as connection:
        if not database.startswith("sqlite"):
            connection.execute(text("SET LOCAL enable_seqscan = off"))
        plan = str(connection.execute(text(explain + query)).all())
    assert "ix_generations_user_id_created_at_id" in plan
    assert "TEMP B-TREE" not in plan
    assert "Sort" not in plan


def test_models_and_migrations_agree(database: str) -> None:
    command.check(alembic_config())


def test_migrations_go_up_and_down_and_up_again(database: str) -> None:
    full = set(look().get_table_names())
    assert {"users", "generations"} < full
    command.downgrade(alembic_config(), "base")
    assert {"users", "generations", "ledger_entries", "leases"}.isdisjoint(look().get_table_names())
    migrate()
    assert set(look().get_table_names()) == full
    command.check(alembic_config())


def test_migrating_again_changes_nothing(database: str, user: Account) -> None:
    migrate()
    with reading() as session:
        assert session.exec(select(User.username)).all() == ["maya"]


def test_everything_is_made_within_5_seconds(database: str) -> None:
    command.downgrade(alembic_config(), "base")
    began = time.monotonic()
    migrate()
    assert time.monotonic() - began < 5


def test_processes_that_start_together_migrate_once(database: str) -> None:
    command.downgrade(alembic_config(), "base")
    code = (
        "import sys, time; from adgen_app.db.migrate import migrate; import adgen_app.db.models;"
        f"time.sleep(max(0, {time.time() + 1.5} - time.time())); migrate()"
    )
    started = [subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stderr=subprocess.PIPE) for _ in range(3)]
    ended = [(process.communicate(timeout=60)[1].decode()[-500:], process.returncode) for process in started]
    assert ended == [("", 0)] * 3
    command.check(alembic_config())


REBUILDS_USERS = """
import sqlalchemy as sa
from alembic import op

revision, down_revision = "9999", "{head}"

def upgrade():
    with op.batch_alter_table("users", recreate="auto") as batch:
        batch.alter_column("email", type_=sa.String(300))
"""

FAILS_HALF_WAY = """
import sqlalchemy as sa
from alembic import op

revision, down_revision = "9999", "{head}"

def upgrade():
    op.create_table("half", sa.Column("id", sa.Integer(), primary_key=True))
    op.execute("SELECT nonsense FROM nowhere")
"""


def next_migration(tmp_path: Path, source: str) -> None:
    """Run a migration that a later version might bring."""
    config = alembic_config()
    folder = tmp_path / "later"
    folder.mkdir()
    (head,) = ScriptDirectory.from_config(config).get_heads()
    (folder / "9999_later.py").write_text(source.replace("{head}", head))
    config.set_main_option("version_locations", f"{ROOT}/alembic/versions:{folder}")
    command.upgrade(config, "head")


def test_rebuilding_a_table_does_not_delete_what_refers_to_it(database: str, user: Account, tmp_path: Path) -> None:
    with transaction() as session:
        session.add(LedgerEntry(user_id=user.id, generation_id="g", provider="p", unit="u", idempotency_key="k"))
    next_migration(tmp_path, REBUILDS_USERS)
    with reading() as session:
        assert session.exec(select(LedgerEntry.generation_id)).all() == ["g"]
        assert session.exec(select(User.username)).all() == ["maya"]


def test_a_migration_that_fails_half_way_leaves_no_trace(database: str, tmp_path: Path) -> None:
    before = look().get_table_names()
    with pytest.raises(Exception, match=r"no such table|does not exist"):
        next_migration(tmp_path, FAILS_HALF_WAY)
    assert look().get_table_names() == before
    command.check(alembic_config())


def test_without_a_database_the_answer_is_unavailable(sqlite_database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    monkeypatch.setenv("DATABASE_URL", f"postgresql://u@127.0.0.1:{port}/adgen")
    settings.cache_clear()
    with pytest.raises(Unavailable):
        migrate()


def test_the_doctor_can_tell_whether_tables_are_missing(database: str) -> None:
    assert up_to_date()
    command.downgrade(alembic_config(), "base")
    assert not up_to_date()
