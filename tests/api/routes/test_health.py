import time
from pathlib import Path

import httpx
import pytest
from starlette.testclient import TestClient

from adgen_app.config import settings
from adgen_app.db import engine as engines
from adgen_app.services import health


def test_a_hundred_times_in_a_row(server: str, database: str) -> None:
    with httpx.Client(base_url=server) as client:
        began = time.perf_counter()
        answers = [client.get("/api/health") for _ in range(100)]
        took = time.perf_counter() - began
    assert {(answer.status_code, answer.text) for answer in answers} == {(200, '{"status":"healthy"}')}
    assert took / 100 < 0.1


def test_it_needs_no_session_and_has_no_limit(sqlite_database: str, api: TestClient) -> None:
    assert {api.get("/api/health").status_code for _ in range(150)} == {200}


def test_monitors_may_ask_for_the_head_only(sqlite_database: str, api: TestClient) -> None:
    answer = api.head("/api/health")
    assert (answer.status_code, answer.content) == (200, b"")


def test_a_lost_database_is_503(
    database: str, api: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost = "postgresql://nobody@127.0.0.1:1/none" if "postgresql" in database else f"sqlite:///{tmp_path}"
    monkeypatch.setenv("DATABASE_URL", lost)
    engines.engine().dispose()
    engines.engine.cache_clear()
    settings.cache_clear()
    answer = api.get("/api/health")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert answer.json() == {
        "error": {
            "code": "UNAVAILABLE",
            "message": "AdGen is not available right now. Please try again in a minute.",
        }
    }


def test_the_database_is_really_asked(sqlite_database: str, api: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []
    monkeypatch.setattr(health, "reading", lambda: asked.append(True) or engines.reading())
    assert api.get("/api/health").status_code == 200
    assert asked
