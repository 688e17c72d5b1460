import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.pool import QueuePool
from sqlmodel import func, select

from adgen_app.config import settings
from adgen_app.db import engine as engines
from adgen_app.db.engine import engine, reading, required, transaction
from adgen_app.db.migrate import up_to_date
from adgen_app.db.models import User
from adgen_app.domain.account import Account, UserId
from adgen_app.errors import NotFound, Unavailable
from tests.conftest import Cluster, forget


def member(name: str) -> User:
    return User(username=name, name_key=name, password_hash="x")


def names() -> list[str]:
    with reading() as session:
        return list(session.exec(select(User.username).order_by(User.username)))


def pool() -> QueuePool:
    kept = engine().pool
    assert isinstance(kept, QueuePool)
    return kept


def pragma(name: str) -> object:
    with engine().connect() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


def test_a_transaction_commits_at_its_end(database: str) -> None:
    with transaction() as session:
        session.add(member("maya"))
    assert names() == ["maya"]


def test_a_transaction_leaves_nothing_behind_when_it_fails(database: str) -> None:
    def refused() -> None:
        with transaction() as session:
            session.add(member("maya"))
            session.flush()
            raise NotFound

    with pytest.raises(NotFound):
        refused()
    assert names() == []


def test_what_a_transaction_returned_can_be_read_afterwards(database: str) -> None:
    with transaction() as session:
        row = member("maya")
        session.add(row)
    assert row.username == "maya"


def test_rules_of_the_tables_are_kept(database: str) -> None:
    with pytest.raises(IntegrityError), transaction() as session:
        session.add_all([member("maya"), member("maya")])


def test_references_are_kept(database: str) -> None:
    statement = text(
        "INSERT INTO ledger_entries (id, user_id, generation_id, provider, unit, quantity, price, "
        "idempotency_key, created_at) VALUES ('1', 'nobody', '1', 'x', 'x', 1, 0, '1', '2026-01-01')"
    )
    with pytest.raises(IntegrityError), transaction() as session:
        session.connection().execute(statement)


def test_the_pool_keeps_5_connections_and_opens_20_under_load(database: str) -> None:
    assert (pool().size(), engines.POOL_MAX) == (5, 20)
    open_connections = [engine().connect() for _ in range(20)]
    assert pool().checkedout() == 20
    for connection in open_connections:
        connection.close()
    assert pool().checkedin() == 5


def test_when_all_connections_are_taken_the_answer_is_unavailable(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool(), "_timeout", 0.05)
    open_connections = [engine().connect() for _ in range(20)]
    with pytest.raises(Unavailable), transaction():
        pass
    for connection in open_connections:
        connection.close()


def test_queries_of_users_are_in_no_error_message(database: str) -> None:
    with pytest.raises(IntegrityError) as raised, transaction() as session:
        session.add_all([member("maya@example.com"), member("maya@example.com")])
    assert "[SQL parameters hidden" in str(raised.value)


def test_letters_of_every_script_have_an_upper_and_a_lower_case(database: str) -> None:
    with reading() as session:
        assert session.exec(select(func.lower("CAFÉ ÄRGER ПИВО"))).one() == "café ärger пиво"
        assert session.exec(select(func.lower(None))).one() is None


# --- What whoever runs AdGen is told ---


def told(url: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("DATABASE_URL", url)
    forget()
    with pytest.raises(Unavailable) as refused, required():
        up_to_date()
    forget()
    return str(refused.value)


@pytest.mark.parametrize(
    ("where", "reason"),
    [
        ("nobody:hunter2@127.0.0.1:{port}/postgres", 'FATAL: role "nobody" does not exist'),
        ("postgres:hunter2@127.0.0.1:{port}/nothing", 'FATAL: database "nothing" does not exist'),
        ("postgres:hunter2@127.0.0.1:{port}/postgres?bogus=1", 'invalid connection option "bogus"'),
        ("postgres:hunter2@127.0.0.1:1/postgres", "Connection refused"),
    ],
)
def test_why_a_database_can_not_be_used_is_told_without_its_password(
    where: str, reason: str, postgres_cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    sentence = told(f"postgresql://{where.format(port=postgres_cluster.port)}", monkeypatch)
    assert sentence.endswith(f" can't be used: {reason}. Start it, or correct DATABASE_URL.")
    assert "hunter2" not in sentence


def test_a_file_that_is_no_database_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ads").write_text("a diary, not a database" * 100)
    assert f"sqlite:///{tmp_path}/ads can't be used: file is not a database." in told(
        f"sqlite:///{tmp_path}/ads", monkeypatch
    )


# --- SQLite ---


def test_sqlite_logs_ahead_waits_its_turn_and_keeps_references(sqlite_database: str) -> None:
    assert [pragma(name) for name in ("journal_mode", "busy_timeout", "foreign_keys")] == ["wal", 10_000, 1]


def test_sqlite_makes_the_folder_it_lives_in(tmp_path: Path) -> None:
    made = engines.make_engine(f"sqlite:///{tmp_path}/new/folder/adgen.sqlite3")
    with made.connect() as connection:
        assert connection.exec_driver_sql("SELECT 1").scalar() == 1
    made.dispose()


def add_to_total(user_id: UserId) -> None:
    with transaction() as session:
        user = session.get_one(User, user_id, with_for_update=True)
        seen = user.total_generations
        time.sleep(0.001)
        user.total_generations = seen + 1


def test_writers_at_the_same_time_wait_for_each_other_and_lose_nothing(database: str, user: Account) -> None:
    with ThreadPoolExecutor(8) as many:
        for written in [many.submit(add_to_total, user.id) for _ in range(80)]:
            written.result()
    with reading() as session:
        assert session.get_one(User, user.id).total_generations == 80


def test_readers_do_not_wait_for_a_writer(database: str, user: Account) -> None:
    with transaction() as session:
        session.get_one(User, user.id).total_generations = 7
        session.flush()
        with ThreadPoolExecutor(1) as other:
            assert other.submit(names).result(timeout=2) == ["maya"]


def test_a_reader_sees_one_moment_until_it_is_done(sqlite_database: str, user: Account) -> None:
    with reading() as session:
        before = session.exec(select(func.sum(User.total_generations))).one()
        with ThreadPoolExecutor(1) as other:
            other.submit(add_to_total, user.id).result(timeout=2)
        assert session.exec(select(func.sum(User.total_generations))).one() == before


def test_sqlite_that_stays_locked_is_unavailable(sqlite_database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "BUSY_SECONDS", 0.05)
    engine().dispose()
    with transaction() as session:
        session.add(member("maya"))
        session.flush()
        with pytest.raises(Unavailable), transaction() as other:
            other.add(member("noor"))
    assert names() == ["maya"]


# --- PostgreSQL ---


def end_connections(url: str) -> None:
    """As an administrator, or a failover, would."""
    address = url.replace("+psycopg", "")
    with psycopg.connect(address.rsplit("/", 1)[0] + "/postgres", autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [address.rsplit("/", 1)[1]]
        )


def test_a_lost_connection_is_replaced_before_anyone_notices(postgresql_database: str, user: Account) -> None:
    assert names() == ["maya"]
    end_connections(postgresql_database)
    assert names() == ["maya"]
    add_to_total(user.id)


def test_a_connection_lost_in_mid_transaction_is_unavailable_and_nothing_is_written(postgresql_database: str) -> None:
    def interrupted() -> None:
        with transaction() as session:
            session.add(member("maya"))
            session.flush()
            end_connections(postgresql_database)
            session.add(member("noor"))

    with pytest.raises(Unavailable):
        interrupted()
    assert names() == []


class Cluster(Protocol):
    def start(self) -> None: ...
    def stop(self) -> None: ...


@pytest.fixture
def stopped_cluster(postgres_cluster: Cluster) -> Iterator[Cluster]:
    postgres_cluster.stop()
    yield postgres_cluster
    postgres_cluster.start()


@pytest.mark.slow
def test_a_crash_of_postgresql_is_waited_for(
    postgresql_database: str, user: Account, postgres_cluster: Cluster
) -> None:
    assert names() == ["maya"]
    postgres_cluster.stop()
    back = threading.Timer(0.3, postgres_cluster.start)
    back.start()
    assert names() == ["maya"]
    back.join()


@pytest.mark.slow
def test_postgresql_that_stays_away_is_unavailable_soon(postgresql_database: str, stopped_cluster: Cluster) -> None:
    began = time.monotonic()
    with pytest.raises(Unavailable), reading():
        pass
    assert time.monotonic() - began < 5


@pytest.mark.slow
def test_a_host_that_does_not_answer_is_given_up_soon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        monkeypatch.setenv("DATABASE_URL", f"postgresql://u@127.0.0.1:{silent.getsockname()[1]}/adgen")
        settings.cache_clear()
        engine.cache_clear()
        began = time.monotonic()
        with pytest.raises(Unavailable), reading():
            pass
        assert time.monotonic() - began < 2.5 * engines.CONNECT_SECONDS
    settings.cache_clear()
    engine.cache_clear()
