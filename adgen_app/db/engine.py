"""One pooled engine a process, with transactions that survive a lost connection."""

import sqlite3
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import cache
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolExhausted
from sqlmodel import Session, func, select

from adgen_app.config import settings
from adgen_app.db.columns import utc_now
from adgen_app.errors import Unavailable
from adgen_app.log import logger

POOL_SIZE = 5
POOL_MAX = 20
BUSY_SECONDS = 10
CONNECT_SECONDS = 3
_WAITS_BEFORE_RETRY = (0.2, 0.5, 1.0)


@cache
def engine() -> Engine:
    """The engine of this process, for the configured database."""
    return make_engine(settings().database)


def address() -> str:
    """URL of the configured database, to be shown: without its password."""
    return make_url(settings().database).render_as_string(hide_password=True)


@contextmanager
def required() -> Generator[None]:
    """Nothing can be done without a database: say why it can't be used and what to do. Raises Unavailable."""
    try:
        yield
    except (Unavailable, DBAPIError) as error:
        sqlite = make_url(settings().database).get_backend_name() == "sqlite"
        cure = (
            "Give its folder to this user, or set ADGEN_DATA_DIR." if sqlite else "Start it, or correct DATABASE_URL."
        )
        raise Unavailable(f"{address()} can't be used: {_reason(error)}. {cure}") from error


def _reason(error: BaseException) -> str:
    """The driver's own words, less where it was connecting to and what it asks."""
    cause = error if isinstance(error, DBAPIError) else error.__cause__
    first, *_ = str(getattr(cause, "orig", cause)).splitlines()
    return " ".join(first.rpartition("failed: ")[2].split())


def make_engine(url: str) -> Engine:
    """A pooled engine: 5 connections, up to 20 under load, each tried before use."""
    if make_url(url).get_backend_name() == "sqlite":
        return _make_sqlite_engine(url)
    return _create(url, connect_timeout=CONNECT_SECONDS)


def _create(url: str, **driver_options: object) -> Engine:
    """What users typed is bound to a statement as a parameter: hidden, it is in no error's text."""
    return create_engine(
        url,
        pool_size=POOL_SIZE,
        max_overflow=POOL_MAX - POOL_SIZE,
        pool_pre_ping=True,
        pool_timeout=BUSY_SECONDS,
        hide_parameters=True,
        connect_args=driver_options,
    )


def _make_sqlite_engine(url: str) -> Engine:
    file = make_url(url).database
    if file:
        with suppress(OSError):  # opening it will tell
            Path(file).parent.mkdir(parents=True, exist_ok=True)
    made = _create(url, check_same_thread=False)
    event.listen(made, "connect", _prepare_sqlite)
    event.listen(made, "begin", _begin_sqlite)
    return made


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    """Write-ahead log, foreign keys, patience, lower case of any script; our own BEGIN, as the driver's is too late."""
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", f"busy_timeout={BUSY_SECONDS * 1000}"):
        connection.execute(f"PRAGMA {pragma}").close()
    connection.create_function("lower", 1, _lower, deterministic=True)


def _lower(text: str | None) -> str | None:
    return text and text.lower()


def _begin_sqlite(connection: Connection) -> None:
    """A reader that turns into a writer fails at once on SQLite: those who may write say so at the start."""
    reads_only = connection.get_execution_options().get("reads_only", False)
    connection.exec_driver_sql("BEGIN" if reads_only else "BEGIN IMMEDIATE")


@contextmanager
def transaction() -> Generator[Session]:
    """A session that commits at the end and rolls back on an error. Raises Unavailable without a database."""
    with _session(engine()) as session:
        yield session


@contextmanager
def reading() -> Generator[Session]:
    """A session for queries only. Raises Unavailable without a database."""
    with _session(engine().execution_options(reads_only=True)) as session:
        yield session


def moment(session: Session) -> datetime:
    """Now by the database's clock, on which machines agree; SQLite's is this machine's."""
    if session.get_bind().dialect.name == "sqlite":
        return utc_now()
    return session.exec(select(func.clock_timestamp())).one()


@contextmanager
def _session(bind: Engine) -> Generator[Session]:
    try:
        with _connect(bind) as connection, Session(connection, expire_on_commit=False) as session, session.begin():
            yield session
    except (OperationalError, PoolExhausted) as error:
        logger.warning("the database is away", reason=str(error.args[0] if error.args else error))
        raise Unavailable from error


def _connect(bind: Engine) -> Connection:
    """A live connection; tries again if the database was lost, while trying again is still harmless."""
    give_up = time.monotonic() + CONNECT_SECONDS
    for wait in _WAITS_BEFORE_RETRY:
        try:
            return bind.connect()
        except OperationalError:
            if time.monotonic() > give_up:
                raise
        time.sleep(wait)
    return bind.connect()
