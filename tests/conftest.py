"""What every test may ask for: a database of its own on SQLite and PostgreSQL, a folder, accounts."""

import atexit
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

# Before anything reads the settings: nothing of the developer's may leak into a test, nor a test's into their data.
os.environ["ADGEN_ENV_FILE"] = os.devnull

import psycopg
import pytest

from adgen_app import security
from adgen_app.config import Settings, settings
from adgen_app.db import engine as engines
from adgen_app.db.models import User
from adgen_app.domain.account import Account
from adgen_app.services import jobs

for _field in Settings.model_fields.values():
    os.environ.pop(str(_field.validation_alias), None)
os.environ["ADGEN_DATA_DIR"] = tempfile.mkdtemp(prefix="adgen-tests-")
atexit.register(shutil.rmtree, os.environ["ADGEN_DATA_DIR"], ignore_errors=True)

ENGINES = ("sqlite", "postgresql")
STATEFUL = ("config", "db", "storage", "services", "production", "api")
SHARED = ("finished", "server")
PASSWORD = "correct horse battery"
GUARD = 'cd "$0" && { cat; "$@" -D cluster -m immediate -w stop; cd /; rm -rf "$0"; } >/dev/null 2>&1'
"""Reads until this process has ended, in whatever way, then stops its server and removes the folder."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for a `database` runs on each; `sqlite_database` and `postgresql_database` choose one."""
    if "database" in metafunc.fixturenames:
        chosen = [name for name in ENGINES if f"{name}_database" in metafunc.fixturenames]
        metafunc.parametrize("database", chosen or ENGINES, indirect=True)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """When several processes share the tests, those that share something slow to make stay together."""
    for item in items:
        for name in set(SHARED).intersection(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.xdist_group(name))


class Cluster(NamedTuple):
    """A PostgreSQL server that belongs to this test process."""

    programs: Path
    folder: Path
    port: int

    def start(self) -> None:
        """Come up, or raise CalledProcessError."""
        options = f"-p {self.port} -h 127.0.0.1 -k {self.folder} -F -c full_page_writes=off -c shared_buffers=32MB"
        self.run("pg_ctl", "-D", "cluster", "-l", "log", "-w", "-o", options, "start")

    def stop(self, mode: str = "immediate") -> None:
        """Go down: `immediate` is a crash, `fast` is what an administrator does."""
        self.run("pg_ctl", "-D", "cluster", "-m", mode, "-w", "stop")

    def command(self, program: str) -> list[str]:
        """PostgreSQL refuses to run as root: there it becomes the user that its package made."""
        become = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        return [*become, str(self.programs / program)]

    def run(self, program: str, *arguments: str) -> None:
        """Run one of its programs."""
        with (self.folder / "output").open("a") as output:
            subprocess.run(
                [*self.command(program), *arguments],
                check=True,
                cwd=self.folder,
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    def url(self, name: str) -> str:
        """Address of one of its databases, as an operator would write it."""
        return f"postgresql://postgres@127.0.0.1:{self.port}/{name}"

    def execute(self, statement: str) -> None:
        """Run a statement that stands outside of any transaction."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement.encode())


@pytest.fixture(scope="session")
def postgres_cluster() -> Iterator[Cluster]:
    """A throw-away server, one for each process of the test run."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    programs = found[-1].parent if found else _on_path()
    folder = Path(tempfile.mkdtemp(prefix="adgen-postgres-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    cluster = Cluster(programs, folder, free_port())
    try:
        cluster.run("initdb", "-D", "cluster", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")
        cluster.start()
    except subprocess.CalledProcessError as error:
        error.add_note((folder / "output").read_text())
        shutil.rmtree(folder)
        raise
    with subprocess.Popen(["/bin/sh", "-c", GUARD, folder, *cluster.command("pg_ctl")], stdin=subprocess.PIPE) as guard:
        yield cluster
        assert guard.stdin
        guard.stdin.close()


def _on_path() -> Path:
    initdb = shutil.which("initdb")
    if not initdb:
        pytest.fail("PostgreSQL is missing, which half of these tests run on; type: apt-get install postgresql")
    return Path(initdb).resolve().parent


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="session")
def postgres_template(postgres_cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Name of a database with all tables, which a test's own is copied from."""
    postgres_cluster.execute("CREATE DATABASE template_adgen")
    _fill(tmp_path_factory.mktemp("template"), postgres_cluster.url("template_adgen"))
    return "template_adgen"


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with all tables, which a test's own is copied from."""
    folder = tmp_path_factory.mktemp("template")
    _fill(folder, "")
    return folder


def _fill(folder: Path, url: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ADGEN_DATA_DIR", str(folder))
        patch.setenv("DATABASE_URL", url)
        forget()
        jobs.prepare()
        forget()


@pytest.fixture
def database(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The URL of an empty database with all tables, which the settings point to; its data folder is `tmp_path`."""
    monkeypatch.setenv("ADGEN_DATA_DIR", str(tmp_path))
    if request.param == "sqlite":
        shutil.copytree(request.getfixturevalue("sqlite_template"), tmp_path, dirs_exist_ok=True)
        forget()
        yield settings().database
        forget()
        return
    template = request.getfixturevalue("postgres_template")
    cluster: Cluster = request.getfixturevalue("postgres_cluster")
    name = f"test_{uuid4().hex}"
    cluster.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
    monkeypatch.setenv("DATABASE_URL", cluster.url(name))
    forget()
    yield settings().database
    forget()
    cluster.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def sqlite_database(database: str) -> str:
    """For tests that don't care which database it is."""
    return database


@pytest.fixture
def postgresql_database(database: str) -> str:
    """For tests of what only PostgreSQL does."""
    return database


def forget() -> None:
    """Close and clear everything that this process keeps for the present settings."""
    if engines.engine.cache_info().currsize:
        engines.engine().dispose()
    if jobs.client.cache_info().currsize:
        jobs.client().destroy()
    for name, module in sys.modules.copy().items():
        if name.startswith(tuple(f"adgen_app.{part}" for part in STATEFUL)):
            for kept in vars(module).values():
                getattr(kept, "cache_clear", int)()


@pytest.fixture(scope="session")
def password() -> str:
    """The password of every account that the tests make."""
    return PASSWORD


@pytest.fixture(scope="session")
def password_hash() -> str:
    """Its hash, made once: hashing is slow by design."""
    return security.hash_password(PASSWORD)


@pytest.fixture
def user(database: str, password_hash: str) -> Account:
    """An account that has not made anything yet."""
    del database
    return _registered("maya", password_hash)


@pytest.fixture
def other_user(database: str, password_hash: str) -> Account:
    """Somebody else."""
    del database
    return _registered("noor", password_hash)


@pytest.fixture
def token(user: Account) -> str:
    """An open session of `user`."""
    return security.session_token(user.id, 0)


def _registered(username: str, password_hash: str) -> Account:
    row = User(username=username, name_key=username, password_hash=password_hash, email=f"{username}@example.com")
    with engines.transaction() as session:
        session.add(row)
    return row.frozen()
