import os
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from adgen_app.api.app import over
from adgen_app.config import settings
from adgen_app.services import accounts
from adgen_app.session import SESSION_COOKIE

OURS = {"Sec-Fetch-Site": "same-origin"}
UPLOADED: dict[str, Any] = {"files": {"files": ("photo.jpg", b"x" * 1000)}}


async def _reflex(request: Request) -> PlainTextResponse:
    """Stands for Reflex, which reads whatever comes."""
    return PlainTextResponse(f"{len(await request.body())} bytes")


@pytest.fixture
def site(database: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    monkeypatch.setenv("ADGEN_UPLOAD_MEGABYTES", "1")
    settings.cache_clear()
    paths = ("/_upload", "/_upload/{name}", "/_uploads")
    pages = Starlette(routes=[Route(path, _reflex, methods=["GET", "POST"]) for path in paths])
    with TestClient(over(pages)) as client:
        yield client


def code(answer: Any) -> tuple[int, str]:  # noqa: ANN401  # the client's own response
    return answer.status_code, answer.json()["error"]["code"]


def test_files_come_in_from_our_pages_with_a_session(sqlite_database: str, site: TestClient, token: str) -> None:
    site.cookies.set(SESSION_COOKIE, token)
    answer = site.post("/_upload", headers=OURS, **UPLOADED)
    assert answer.status_code == 200
    assert "bytes" in answer.text


def test_not_without_a_session(sqlite_database: str, site: TestClient, token: str) -> None:
    assert code(site.post("/_upload", headers=OURS, **UPLOADED)) == (401, "NOT_LOGGED_IN")
    site.cookies.set(SESSION_COOKIE, token)
    accounts.log_out(token)
    assert code(site.post("/_upload", headers=OURS, **UPLOADED)) == (401, "NOT_LOGGED_IN")


@pytest.mark.parametrize("headers", [{}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}])
def test_nor_from_a_foreign_page(headers: dict[str, str], sqlite_database: str, site: TestClient, token: str) -> None:
    site.cookies.set(SESSION_COOKIE, token)
    assert code(site.post("/_upload", headers=headers, **UPLOADED)) == (403, "FOREIGN_PAGE")


def test_no_more_than_an_ad_takes(sqlite_database: str, site: TestClient, token: str) -> None:
    site.cookies.set(SESSION_COOKIE, token)
    fits = {"files": ("photo.jpg", os.urandom(5_000_000))}
    assert site.post("/_upload", headers=OURS, files=fits).status_code == 200
    assert site.post("/_upload", headers=OURS, content=b"x" * 6_100_000).status_code == 413


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/_upload"), ("GET", "/_upload/photo.jpg"), ("POST", "/_upload/x")]
)
def test_nothing_comes_out(method: str, path: str, sqlite_database: str, site: TestClient, token: str) -> None:
    site.cookies.set(SESSION_COOKIE, token)
    assert code(site.request(method, path, headers=OURS)) == (404, "NOT_FOUND")


def test_other_paths_are_the_pages_own(sqlite_database: str, site: TestClient) -> None:
    assert site.get("/_uploads").text == "0 bytes"
