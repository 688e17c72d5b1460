import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import jwt
import pytest
from starlette.testclient import TestClient

from adgen_app import security
from adgen_app.api.app import create
from adgen_app.config import settings
from adgen_app.db.engine import transaction
from adgen_app.db.models import User
from adgen_app.domain.account import Account
from adgen_app.domain.generation import GenerationId
from adgen_app.services import accounts
from adgen_app.session import SESSION_COOKIE

BY_ID = [
    ("GET", "/api/status/{}"),
    ("GET", "/api/video/{}"),
    ("GET", "/api/thumbnail/{}"),
    ("DELETE", "/api/generations/{}"),
    ("POST", "/api/generations/{}/cancel"),
    ("POST", "/api/generations/{}/again"),
    ("GET", "/api/generations/{}/storyboard"),
    ("GET", "/api/generations/{}/preview.webp"),
    ("GET", "/api/generations/{}/captions.vtt"),
    ("GET", "/api/generations/{}/captions.srt"),
    ("GET", "/api/assets/{}"),
    ("DELETE", "/api/assets/{}"),
]
CLOSED = [
    *BY_ID,
    ("GET", "/api/auth/me"),
    ("POST", "/api/auth/logout"),
    ("POST", "/api/auth/password"),
    ("DELETE", "/api/auth/me"),
    ("POST", "/api/generate"),
    ("GET", "/api/generations"),
    ("GET", "/api/user/profile"),
    ("POST", "/api/assets"),
    ("GET", "/api/assets"),
]
OPEN = {("GET", "/api/health"), ("POST", "/api/auth/register"), ("POST", "/api/auth/login")}
SAME = {"Sec-Fetch-Site": "same-origin"}


def signed(user: Account, **changes: object) -> str:
    claims = {
        "sub": user.id,
        "aud": "session",
        "ver": 0,
        "jti": str(uuid4()),
        "iat": datetime.now(UTC),
        "exp": datetime.now(UTC) + timedelta(days=1),
        **changes,
    }
    return jwt.encode(claims, settings().signing_key, algorithm="HS256")


# --- who is there ---


def test_every_route_of_an_account_is_in_this_list(sqlite_database: str, api: TestClient) -> None:
    paths = api.get("/api/openapi.json").json()["paths"]
    there = {(method.upper(), re.sub(r"{\w+_id}", "{}", path)) for path, methods in paths.items() for method in methods}
    assert {route for route in there - OPEN if route[1] not in _browser()} == set(CLOSED)


def _browser() -> set[str]:
    """What the pages' own forms use, which has tests of its own."""
    return {path for path in create().openapi()["paths"] if path.startswith("/api/browser")}


@pytest.mark.parametrize(("method", "path"), CLOSED)
def test_nobody_gets_in_without_a_session(method: str, path: str, sqlite_database: str, api: TestClient) -> None:
    answer = api.request(method, path.format(uuid4()))
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"
    assert answer.json() == {"error": {"code": "NOT_LOGGED_IN", "message": "Please log in."}}


@pytest.mark.parametrize(
    "changes",
    [
        {"exp": datetime.now(UTC) - timedelta(seconds=1)},
        {"aud": "media"},
        {"ver": 1},
        {"sub": str(uuid4())},
        {"sub": None},
        {"sub": "a\0b"},
        {"jti": None},
    ],
)
def test_a_token_that_does_not_fit_is_none(
    changes: dict[str, object], sqlite_database: str, api: TestClient, user: Account
) -> None:
    token = signed(user, **changes)
    answer = api.get("/api/auth/me", headers={"Authorization": f"Bearer {token}"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (401, "NOT_LOGGED_IN")


def test_a_token_must_be_signed_by_us(sqlite_database: str, api: TestClient, user: Account, token: str) -> None:
    head, body, signature = token.split(".")
    unsigned = jwt.encode({"sub": user.id, "aud": "session", "ver": 0, "jti": "x", "exp": 9999999999}, None, "none")
    foreign = jwt.encode(jwt.decode(token, options={"verify_signature": False}), "x" * 64, "HS256")
    for forged in (unsigned, foreign, f"{head}.{body}.", f"{head}.{body}.{signature[::-1]}", "x", "..", ""):
        assert api.get("/api/auth/me", headers={"Authorization": f"Bearer {forged}"}).status_code == 401
    assert api.get("/api/auth/me", headers={"Authorization": f"Bearer {token}"}).status_code == 200


@pytest.mark.parametrize("scheme", ["bearer {}", "BEARER {}"])
def test_the_scheme_has_no_case(scheme: str, sqlite_database: str, api: TestClient, token: str) -> None:
    assert api.get("/api/auth/me", headers={"Authorization": scheme.format(token)}).status_code == 200


@pytest.mark.parametrize("header", ["{}", "Basic {}", "Token {}", "Bearer"])
def test_other_schemes_are_no_session(header: str, sqlite_database: str, api: TestClient, token: str) -> None:
    assert api.get("/api/auth/me", headers={"Authorization": header.format(token)}).status_code == 401


def test_a_token_ends_with_its_session(database: str, api: TestClient, bearer: dict[str, str], token: str) -> None:
    accounts.log_out(token)
    assert api.get("/api/auth/me", headers=bearer).status_code == 401


def test_a_token_ends_with_a_new_password(
    database: str, api: TestClient, user: Account, bearer: dict[str, str]
) -> None:
    with transaction() as session:
        session.get_one(User, user.id).token_version += 1
    assert api.get("/api/auth/me", headers=bearer).status_code == 401


# --- over which door ---


def test_a_cookie_is_a_session(sqlite_database: str, api: TestClient, token: str) -> None:
    api.cookies.set(SESSION_COOKIE, token)
    assert api.get("/api/auth/me").json()["username"] == "maya"


def test_a_bad_bearer_is_not_made_good_by_a_cookie(sqlite_database: str, api: TestClient, token: str) -> None:
    api.cookies.set(SESSION_COOKIE, token)
    assert api.get("/api/auth/me", headers={"Authorization": "Bearer x"}).status_code == 401


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        (SAME, 200),
        ({"Origin": "http://testserver"}, 200),
        ({"Origin": "http://testserver", **SAME}, 200),
        ({}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "http://testserver.evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "none"}, 403),
        ({"Origin": "http://testserver", "Sec-Fetch-Site": "cross-site"}, 403),
    ],
)
def test_a_cookie_changes_things_from_our_own_pages_only(
    headers: dict[str, str], status: int, sqlite_database: str, api: TestClient, token: str
) -> None:
    api.cookies.set(SESSION_COOKIE, token)
    answer = api.post("/api/auth/logout", headers=headers)
    assert answer.status_code == status
    if status == 403:
        assert answer.json()["error"]["code"] == "FOREIGN_PAGE"
        assert api.get("/api/auth/me").status_code == 200


def test_a_token_needs_no_page(sqlite_database: str, api: TestClient, bearer: dict[str, str]) -> None:
    assert api.post("/api/auth/logout", headers={**bearer, "Origin": "https://evil.example"}).status_code == 200


# --- whose ad it is ---


@pytest.mark.parametrize(("method", "path"), BY_ID)
def test_somebody_elses_ad_is_not_there(
    method: str,
    path: str,
    database: str,
    api: TestClient,
    ad: GenerationId,
    bearer: dict[str, str],
    other_user: Account,
) -> None:
    theirs = {"Authorization": f"Bearer {security.session_token(other_user.id, 0)}"}
    refused = api.request(method, path.format(ad), headers=theirs)
    missing = api.request(method, path.format(uuid4()), headers=theirs)
    assert (refused.status_code, refused.json()) == (missing.status_code, missing.json()) == (404, missing.json())
    assert missing.json()["error"]["code"] == "NOT_FOUND"
    assert api.get(f"/api/status/{ad}", headers=bearer).json()["status"] == "completed"


@pytest.mark.parametrize("generation_id", ["x", "1", "%00", "..", "%2e%2e", "%ff", "'", "a" * 36, "a" * 5000, "é" * 36])
@pytest.mark.parametrize(("method", "path"), BY_ID)
def test_what_is_no_id_is_not_there(
    method: str, path: str, generation_id: str, sqlite_database: str, api: TestClient, bearer: dict[str, str]
) -> None:
    answer = api.request(method, path.format(generation_id), headers=bearer)
    assert (answer.status_code, answer.json()["error"]["code"]) == (404, "NOT_FOUND")


# --- how often ---


def test_a_hundred_requests_a_minute_a_user(
    sqlite_database: str, api: TestClient, bearer: dict[str, str], other_user: Account
) -> None:
    statuses = [api.get("/api/auth/me", headers=bearer).status_code for _ in range(101)]
    assert (statuses[:100], statuses[100]) == ([200] * 100, 429)
    refused = api.get("/api/generations", headers=bearer)
    assert 1 <= int(refused.headers["retry-after"]) <= 61
    assert refused.json()["error"]["code"] == "TOO_MANY_REQUESTS"
    theirs = {"Authorization": f"Bearer {security.session_token(other_user.id, 0)}"}
    assert api.get("/api/auth/me", headers=theirs).status_code == 200


def test_a_page_full_of_pictures_is_no_flood(
    sqlite_database: str, api: TestClient, user: Account, ad: GenerationId, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADGEN_REQUESTS_PER_MINUTE", "2")
    settings.cache_clear()
    link = f"/api/thumbnail/{ad}?token={security.media_token(user.id, ad)}"
    assert {api.get(link).status_code for _ in range(5)} == {200}
    api.cookies.set(SESSION_COOKIE, token)
    assert {api.get(f"/api/thumbnail/{ad}").status_code for _ in range(5)} == {200}


def test_a_programs_downloads_count(
    sqlite_database: str, api: TestClient, ad: GenerationId, bearer: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADGEN_REQUESTS_PER_MINUTE", "2")
    settings.cache_clear()
    assert [api.get(f"/api/video/{ad}", headers=bearer).status_code for _ in range(3)] == [200, 200, 429]


# --- from where ---


def tries(forwarded: Callable[[int], str], trusted: str, monkeypatch: pytest.MonkeyPatch, peer: str) -> list[int]:
    """Statuses of logging in with ten and one unknown names."""
    monkeypatch.setenv("ADGEN_TRUSTED_PROXIES", trusted)
    monkeypatch.setenv("ADGEN_LOGIN_ATTEMPTS_PER_MINUTE", "2")
    monkeypatch.setattr(security, "password_fits", lambda *_: False)
    settings.cache_clear()
    with TestClient(create(), client=(peer, 1)) as client:
        return [
            client.post(
                "/api/auth/login",
                json={"username": f"nobody{number}", "password": "x"},
                headers={"X-Forwarded-For": forwarded(number)},
            ).status_code
            for number in range(4)
        ]


OFTEN = [401, 401, 429, 429]


@pytest.mark.parametrize(
    ("trusted", "forwarded", "peer", "statuses"),
    [
        ("", "9.9.9.{}", "127.0.0.1", OFTEN),
        ("127.0.0.1", "9.9.9.{}", "127.0.0.1", [401] * 4),
        ("127.0.0.1", "9.9.9.{}", "::ffff:127.0.0.1", [401] * 4),
        ("10.0.0.0/8, ::1", "2001:db8::{}", "::1", [401] * 4),
        ("127.0.0.1", "9.9.9.{}, 8.8.8.8", "127.0.0.1", OFTEN),
        ("127.0.0.1,10.0.0.0/8", "9.9.9.{}, 10.1.1.1", "127.0.0.1", [401] * 4),
        ("127.0.0.1", "no address {}", "127.0.0.1", OFTEN),
        ("127.0.0.1", "9.9.9.{}", "8.8.8.8", OFTEN),
    ],
)
def test_only_trusted_proxies_tell_who_asks(
    trusted: str, forwarded: str, peer: str, statuses: list[int], sqlite_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert tries(lambda number: forwarded.format(number + 1), trusted, monkeypatch, peer) == statuses
