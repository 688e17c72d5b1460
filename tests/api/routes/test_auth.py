import json
import re
from uuid import UUID

import pytest
from starlette.testclient import TestClient

from adgen_app import security
from adgen_app.config import settings
from adgen_app.domain.account import Account
from adgen_app.domain.generation import GenerationId
from adgen_app.session import SESSION_COOKIE

UTC_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
MAYA = {"username": "maya", "password": "correct horse battery"}
SAME = {"Sec-Fetch-Site": "same-origin"}


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def logged_in(api: TestClient, password: str = MAYA["password"]) -> int:
    return api.post("/api/auth/login", json={"username": "maya", "password": password}).status_code


# --- register ---


def test_register_and_log_in(database: str, api: TestClient) -> None:
    opened = api.post("/api/auth/register", json={**MAYA, "email": "maya@example.com"})
    assert opened.status_code == 201
    assert opened.json().keys() == {"message", "user_id"}
    assert UUID(opened.json()["user_id"])
    answer = api.post("/api/auth/login", json=MAYA)
    assert answer.status_code == 200
    session = answer.json()
    assert session.keys() == {"access_token", "token_type", "user"}
    assert session["token_type"] == "bearer"
    assert session["user"] == {
        "id": opened.json()["user_id"],
        "username": "maya",
        "total_generations": 0,
        "total_cost": 0.0,
    }
    assert api.get("/api/auth/me", headers=bearer(session["access_token"])).json()["id"] == session["user"]["id"]
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("username", ["maya", "Maya", "MAYA", "  maya  "])
def test_a_taken_name_is_told(username: str, database: str, api: TestClient, user: Account) -> None:
    answer = api.post("/api/auth/register", json={"username": username, "password": "long enough"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "USERNAME_TAKEN")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"username": "ma"}, "INVALID_USERNAME"),
        ({"username": "m" * 51}, "INVALID_USERNAME"),
        ({"username": "may a"}, "INVALID_USERNAME"),
        ({"username": "<b>maya</b>"}, "INVALID_USERNAME"),
        ({"username": None}, "INVALID_USERNAME"),
        ({"username": 123}, "INVALID_USERNAME"),
        ({"password": "1234567"}, "INVALID_PASSWORD"),
        ({"password": "x" * 201}, "INVALID_PASSWORD"),
        ({"password": None}, "INVALID_PASSWORD"),
        ({"email": "nothing"}, "INVALID_EMAIL"),
        ({"is_admin": True}, "UNKNOWN_FIELD"),
    ],
)
def test_what_can_not_be_registered_is_told(
    change: dict[str, object], code: str, sqlite_database: str, api: TestClient
) -> None:
    answer = api.post("/api/auth/register", json={**MAYA, **change})
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, code)
    assert answer.json()["error"]["message"].endswith(".")


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"null", b'"x"', b"\xff\xfe", b'{"username": NaN}', b"[" * 50_000]
)
def test_what_is_no_object_is_refused(content: bytes, sqlite_database: str, api: TestClient) -> None:
    answer = api.post("/api/auth/register", content=content, headers={"Content-Type": "application/json"})
    assert answer.status_code in {400, 422}
    assert answer.json()["error"].keys() == {"code", "message"}


def test_json_under_another_name_is_refused_in_words(sqlite_database: str, api: TestClient) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded"):
        answer = api.post("/api/auth/register", content=json.dumps(MAYA), headers={"Content-Type": kind})
        assert answer.status_code == 422
        assert answer.json()["error"]["message"] == "Send a JSON object, with Content-Type: application/json."


def test_a_password_keeps_its_spaces(sqlite_database: str, api: TestClient) -> None:
    api.post("/api/auth/register", json={"username": "maya", "password": "  spaces  "})
    assert logged_in(api, "spaces") == 401
    assert logged_in(api, "  spaces  ") == 200


def test_registering_is_limited_by_address(
    sqlite_database: str, api: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADGEN_REQUESTS_PER_MINUTE", "2")
    settings.cache_clear()
    monkeypatch.setattr(security, "hash_password", str)
    statuses = [api.post("/api/auth/register", json={**MAYA, "username": f"maya{n}"}).status_code for n in range(3)]
    assert statuses == [201, 201, 429]


# --- log in ---


@pytest.mark.parametrize(
    ("username", "password"),
    [("maya", "wrong"), ("maya", ""), ("nobody", "correct horse battery"), ("", ""), ("\x00", "x")],
)
def test_a_wrong_name_and_a_wrong_password_are_one_answer(
    username: str, password: str, database: str, api: TestClient, user: Account
) -> None:
    answer = api.post("/api/auth/login", json={"username": username, "password": password})
    assert answer.status_code == 401
    assert answer.json() == {"error": {"code": "WRONG_PASSWORD", "message": "Username or password is wrong."}}
    assert answer.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize("username", ["maya", "nobody", "", "\x00", "m" * 200])
def test_one_hash_is_verified_whoever_asks(
    username: str, sqlite_database: str, api: TestClient, user: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    verified: list[str] = []
    fits = security.password_fits
    monkeypatch.setattr(security, "password_fits", lambda typed, known: verified.append(known) or fits(typed, known))
    assert api.post("/api/auth/login", json={"username": username, "password": "wrong"}).status_code == 401
    assert [known.split("$")[1:3] for known in verified] == [["bcrypt-sha256", "v=2,t=2b,r=12"]]


def test_tries_to_log_in_are_limited(
    sqlite_database: str, api: TestClient, user: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(security, "password_fits", lambda *_: False)
    assert [logged_in(api) for _ in range(11)] == [401] * 10 + [429]
    refused = api.post("/api/auth/login", json=MAYA)
    assert 1 <= int(refused.headers["retry-after"]) <= 61


# --- me ---


def test_me_is_who_is_logged_in(database: str, api: TestClient, user: Account, token: str) -> None:
    me = api.get("/api/auth/me", headers=bearer(token)).json()
    assert me.keys() == {"id", "username", "email", "total_generations", "total_cost", "created_at", "last_login"}
    assert (me["username"], me["email"], me["last_login"]) == ("maya", "maya@example.com", None)
    assert UTC_TIME.fullmatch(me["created_at"])
    logged_in(api)
    assert UTC_TIME.fullmatch(api.get("/api/auth/me", headers=bearer(token)).json()["last_login"])


# --- log out ---


def test_log_out_ends_this_session_and_no_other(database: str, api: TestClient, user: Account, token: str) -> None:
    other = security.session_token(user.id, 0)
    answer = api.post("/api/auth/logout", headers=bearer(token))
    assert (answer.status_code, answer.json()) == (200, {"message": "You are logged out."})
    assert api.get("/api/auth/me", headers=bearer(token)).status_code == 401
    assert api.get("/api/auth/me", headers=bearer(other)).status_code == 200


def test_log_out_drops_the_cookie(sqlite_database: str, api: TestClient, token: str) -> None:
    api.cookies.set(SESSION_COOKIE, token)
    dropped = api.post("/api/auth/logout", headers=SAME).headers["set-cookie"]
    assert f'{SESSION_COOKIE}=""' in dropped
    assert "Max-Age=0" in dropped


# --- password ---


def test_a_new_password_ends_other_sessions(database: str, api: TestClient, token: str) -> None:
    asked = {"current": MAYA["password"], "new": "another long one"}
    answer = api.post("/api/auth/password", json=asked, headers=bearer(token))
    assert answer.status_code == 200
    assert api.get("/api/auth/me", headers=bearer(token)).status_code == 401
    assert api.get("/api/auth/me", headers=bearer(answer.json()["access_token"])).status_code == 200
    assert "set-cookie" not in answer.headers
    assert (logged_in(api), logged_in(api, "another long one")) == (401, 200)


def test_a_browser_stays_logged_in_with_a_new_password(sqlite_database: str, api: TestClient, token: str) -> None:
    api.cookies.set(SESSION_COOKIE, token, domain="testserver.local")
    answer = api.post("/api/auth/password", json={"current": MAYA["password"], "new": "another long one"}, headers=SAME)
    kept = answer.headers["set-cookie"]
    assert kept.startswith(f"{SESSION_COOKIE}={answer.json()['access_token']};")
    assert "HttpOnly" in kept
    assert "SameSite=lax" in kept
    assert "Path=/" in kept


@pytest.mark.parametrize(
    ("current", "new", "status", "code"),
    [("wrong", "another long one", 401, "WRONG_PASSWORD"), (MAYA["password"], "short", 422, "INVALID_NEW")],
)
def test_a_password_is_not_changed_for_just_anybody(
    current: str, new: str, status: int, code: str, sqlite_database: str, api: TestClient, token: str
) -> None:
    answer = api.post("/api/auth/password", json={"current": current, "new": new}, headers=bearer(token))
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
    assert logged_in(api) == 200


# --- delete ---


def test_an_account_goes_with_its_ads(
    database: str, api: TestClient, token: str, ad: GenerationId, other_user: Account
) -> None:
    wrong = api.request("DELETE", "/api/auth/me", json={"password": "wrong"}, headers=bearer(token))
    assert (wrong.status_code, wrong.json()["error"]["code"]) == (401, "WRONG_PASSWORD")
    answer = api.request("DELETE", "/api/auth/me", json={"password": MAYA["password"]}, headers=bearer(token))
    assert answer.status_code == 200
    assert api.get(f"/api/video/{ad}", headers=bearer(token)).status_code == 401
    assert logged_in(api) == 401
    theirs = bearer(security.session_token(other_user.id, 0))
    assert api.get("/api/auth/me", headers=theirs).status_code == 200
