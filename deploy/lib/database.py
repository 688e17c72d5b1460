"""What deploy.sh asks of the database, with the settings in the environment and the code of one release."""

import os
import sys

from alembic import command
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import URL, make_url

from adgen_app.config import settings
from adgen_app.db.engine import reading, required
from adgen_app.db.migrate import alembic_config
from adgen_app.errors import AdGenError
from adgen_app.services import jobs


def reach() -> None:
    """Have it answer; AdGen in more than one process needs PostgreSQL."""
    if _url().get_backend_name() != "postgresql":
        sys.exit("Web app and workers need PostgreSQL: set DATABASE_URL in adgen.env to postgresql://...")
    revision()


def revision() -> None:
    """Print the revision of the tables, nothing for an empty database."""
    with reading() as session:
        print(MigrationContext.configure(session.connection()).get_current_revision() or "")


def newest() -> None:
    """Print the newest revision that this release knows."""
    print(ScriptDirectory.from_config(alembic_config()).get_current_head() or "")


def knows(wanted: str) -> None:
    """Fail unless this release has a revision."""
    try:
        ScriptDirectory.from_config(alembic_config()).get_revision(wanted)
    except CommandError:
        sys.exit(1)


def up() -> None:
    """Bring all tables to this release."""
    jobs.prepare()


def down(wanted: str) -> None:
    """Take the tables back to an earlier revision."""
    command.downgrade(alembic_config(), wanted)


def run(*arguments: str) -> None:
    """Become a program of PostgreSQL's, which finds address and password in its environment."""
    url = _url()
    given = {
        "PGHOST": url.query.get("host") or url.host,
        "PGPORT": url.query.get("port") or url.port,
        "PGUSER": url.username,
        "PGPASSWORD": url.password,
        "PGDATABASE": url.database,
        "PGSSLMODE": url.query.get("sslmode"),
        "PGSSLROOTCERT": url.query.get("sslrootcert"),
    }
    os.environ.update({name: str(value) for name, value in given.items() if value})
    os.execvp(arguments[0], arguments)  # noqa: S606  # no shell


def _url() -> URL:
    return make_url(settings().database)


if __name__ == "__main__":
    asked = {f.__name__: f for f in (reach, revision, newest, knows, up, down, run)}
    try:
        with required():
            asked[sys.argv[1]](*sys.argv[2:])
    except AdGenError as error:
        sys.exit(str(error))
