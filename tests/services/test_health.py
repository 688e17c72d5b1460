import pytest

from adgen_app.config import settings
from adgen_app.db import engine as engines
from adgen_app.errors import Unavailable
from adgen_app.services import health


def test_a_database_that_answers_is_healthy(database: str) -> None:
    health.ask_database()


def test_a_database_that_is_away_is_not(sqlite_database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/nothing")
    settings.cache_clear()
    engines.engine().dispose()
    engines.engine.cache_clear()
    with pytest.raises(Unavailable):
        health.ask_database()
