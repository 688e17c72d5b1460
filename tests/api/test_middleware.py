import re
from collections.abc import Iterator

import httpx
import pytest
import structlog
from starlette.testclient import TestClient

from adgen_app.api.app import create
from adgen_app.config import settings
from adgen_app.domain.account import Account
from adgen_app.domain.generation import GenerationId
from adgen_app.security import media_token
from adgen_app.services import health

PARTNER = "https://partner.example"
JSON = {"Content-Type": "application/json"}


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[structlog.typing.EventDict]]:
    with structlog.testing.capture_logs(processors=[structlog.contextvars.merge_contextvars]) as captured:
        yield captured


@pytest.fixture
def partner(monkeypatch: pytest.MonkeyPatch, database: str) -> None:
    """A site that may call the API."""
    monkeypatch.setenv("CORS_ORIGINS", PARTNER)
    settings.cache_clear()


# --- ids and log lines ---


@pytest.mark.parametrize("given", ["abc-1.2_3", "x" * 64])
def test_a_sane_request_id_comes_back(given: str, sqlite_database: str, api: TestClient) -> None:
    assert api.get("/api/health", headers={"X-Request-ID": given}).headers["x-request-id"] == given


@pytest.mark.parametrize("given", ["", "x" * 65, "a b", "a;b", '"', "<script>"])
def test_any_other_is_replaced(given: str, sqlite_database: str, api: TestClient) -> None:
    answer = api.get("/api/nothing", headers={"X-Request-ID": given})
    assert re.fullmatch("[0-9a-f]{32}", answer.headers["x-request-id"])


def test_one_line_a_request_without_the_query(
    sqlite_database: str,
    api: TestClient,
    user: Account,
    ad: GenerationId,
    bearer: dict[str, str],
    lines: list[structlog.typing.EventDict],
) -> None:
    api.get("/api/generations?q=secret", headers={**bearer, "X-Request-ID": "mine"})
    api.get(f"/api/video/{ad}?token={media_token(user.id, ad)}")
    api.get("/api/nothing?q=secret")
    kept = ("method", "path", "status", "user_id")
    assert [[line.get(name) for name in kept] for line in lines] == [
        ["GET", "/api/generations", 200, user.id],
        ["GET", f"/api/video/{ad}", 200, user.id],
        ["GET", "/api/nothing", 404, None],
    ]
    assert lines[0]["request_id"] == "mine"
    assert "secret" not in str(lines)
    assert "token" not in str(lines)


# --- failures ---


def test_what_nobody_expected_is_500_without_internals(
    sqlite_database: str, api: TestClient, monkeypatch: pytest.MonkeyPatch, lines: list[structlog.typing.EventDict]
) -> None:
    def broken() -> None:
        raise RuntimeError("password of the database")

    monkeypatch.setattr(health, "ask_database", broken)
    answer = api.get("/api/health", headers={"X-Request-ID": "mine"})
    assert answer.status_code == 500
    assert answer.json() == {
        "error": {"code": "INTERNAL_ERROR", "message": "Something went wrong on our side. Please try again."}
    }
    assert answer.headers["x-request-id"] == "mine"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert [(line["event"], line["log_level"]) for line in lines] == [
        ("a request failed", "error"),
        ("request", "info"),
    ]


def test_a_megabyte_is_the_limit(sqlite_database: str, api: TestClient, bearer: dict[str, str]) -> None:
    fits = api.post("/api/generate", headers=bearer | JSON, content=b'"' + b"x" * (1024 * 1024 - 2) + b'"')
    assert fits.status_code == 422
    over = api.post("/api/generate", headers=bearer | JSON, content=b'"' + b"x" * (1024 * 1024 - 1) + b'"')
    assert (over.status_code, over.json()["error"]["code"]) == (413, "TOO_LARGE")


def test_nor_in_pieces(server: str, sqlite_database: str, bearer: dict[str, str]) -> None:
    answer = httpx.post(f"{server}/api/generate", headers=bearer | JSON, content=(b"x" * 65536 for _ in range(32)))
    assert (answer.status_code, answer.json()["error"]["code"]) == (413, "TOO_LARGE")


# --- headers ---


@pytest.mark.parametrize("path", ["/api/health", "/api/auth/me", "/api/nothing", "/api/openapi.json"])
def test_browsers_neither_guess_nor_frame_nor_keep(path: str, sqlite_database: str, api: TestClient) -> None:
    headers = api.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["cache-control"] == "no-store"
    assert "default-src 'none'" in headers["content-security-policy"]


# --- CORS ---


def preflight(url: str, origin: str, method: str = "POST") -> httpx.Response:
    asked = {
        "Origin": origin,
        "Access-Control-Request-Method": method,
        "Access-Control-Request-Headers": "authorization",
    }
    return httpx.options(f"{url}/api/generate", headers=asked)


def test_configured_pages_may_call(sqlite_database: str, partner: None, server: str, bearer: dict[str, str]) -> None:
    for method in ("GET", "POST", "DELETE"):
        allowed = preflight(server, PARTNER, method)
        assert (allowed.status_code, allowed.headers["access-control-allow-origin"]) == (200, PARTNER)
    assert "access-control-allow-credentials" not in preflight(server, PARTNER).headers
    answer = httpx.get(f"{server}/api/auth/me", headers={**bearer, "Origin": PARTNER})
    assert answer.headers["access-control-allow-origin"] == PARTNER
    assert "Retry-After" in answer.headers["access-control-expose-headers"]


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://partner.example", f"{PARTNER}.evil.example"]
)
def test_foreign_pages_may_not(sqlite_database: str, partner: None, server: str, origin: str) -> None:
    refused = preflight(server, origin)
    assert refused.status_code == 400
    assert refused.json()["error"]["code"] == "BAD_REQUEST"
    answer = httpx.get(f"{server}/api/health", headers={"Origin": origin})
    for headers in (refused.headers, answer.headers):
        assert "access-control-allow-origin" not in headers


def test_unless_configured_nobody_may(sqlite_database: str, server: str) -> None:
    assert preflight(server, PARTNER).status_code == 400


def test_an_error_can_be_read_by_configured_pages_too(sqlite_database: str, partner: None) -> None:
    answer = TestClient(create()).get("/api/auth/me", headers={"Origin": PARTNER})
    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (401, PARTNER)
