"""The forms that a browser posts by itself."""

from secrets import token_urlsafe
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from starlette.testclient import TestClient

from adgen_app import security
from adgen_app.config import settings
from adgen_app.db.engine import reading
from adgen_app.db.models import GenerationRow, User
from adgen_app.domain.account import Account
from adgen_app.domain.generation import GenerationId
from adgen_app.errors import NotLoggedIn, WrongPassword
from adgen_app.services import accounts, limits
from adgen_app.session import SESSION_COOKIE

OURS = {"Sec-Fetch-Site": "same-origin", "Origin": "http://testserver"}
FORMS = ("register", "login", "logout", "password", "delete-account")


@pytest.fixture
def form(api: TestClient) -> TestClient:
    """A browser on one of our pages, which shows where it is sent rather than going there."""
    api.headers.update(OURS)
    api.follow_redirects = False
    return api


@pytest.fixture
def inside(form: TestClient, token: str) -> TestClient:
    """The same, logged in as `user`."""
    form.cookies.set(SESSION_COOKIE, token)
    return form


def led_to(answer: httpx.Response) -> str:
    assert answer.status_code == 303
    return answer.headers["location"]


def asked(answer: httpx.Response) -> tuple[str, dict[str, str]]:
    """The page that a browser is sent to, and what the page is told."""
    where = urlsplit(led_to(answer))
    told = {name: values[0] for name, values in parse_qs(where.query).items()}
    return where.path, told | ({"error": security.read_notice(told["error"])} if "error" in told else {})


def session_of(answer: httpx.Response) -> str:
    return answer.cookies.get(SESSION_COOKIE, "")


# --- coming in ---


def test_registering_opens_a_session_and_leads_to_the_first_ad(database: str, form: TestClient, password: str) -> None:
    answer = form.post("/api/browser/register", data={"username": "maya", "password": password, "email": "m@a.example"})
    assert led_to(answer) == "/create"
    account = accounts.authenticate(session_of(answer))
    assert (account.username, account.email) == ("maya", "m@a.example")
    assert account.last_login is not None


def test_logging_in_opens_a_session(database: str, form: TestClient, user: Account, password: str) -> None:
    answer = form.post("/api/browser/login", data={"username": " Maya ", "password": password})
    assert led_to(answer) == "/create"
    assert accounts.authenticate(session_of(answer)).id == user.id


def test_no_script_and_no_other_site_gets_the_session(
    sqlite_database: str, form: TestClient, user: Account, password: str
) -> None:
    answer = form.post("/api/browser/login", data={"username": "maya", "password": password})
    name, *attributes = answer.headers["set-cookie"].split("; ")
    assert name.startswith(f"{SESSION_COOKIE}=")
    assert {each.lower() for each in attributes} == {"httponly", "path=/", "samesite=lax", "max-age=604800"}


def test_in_production_the_session_stays_on_https(
    sqlite_database: str, form: TestClient, user: Account, password: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADGEN_ENV", "production")
    monkeypatch.setenv("SECRET_KEY", token_urlsafe(48))
    settings.cache_clear()
    answer = form.post("/api/browser/login", data={"username": "maya", "password": password})
    assert "; Secure" in answer.headers["set-cookie"]


@pytest.mark.parametrize("where", ["/gallery", "/gallery?q=soy+candles&page=2", "/ads/7f0c", "/"])
@pytest.mark.parametrize("door", ["login", "register"])
def test_whoever_was_sent_away_comes_back(
    door: str, where: str, sqlite_database: str, form: TestClient, user: Account, password: str
) -> None:
    name = "maya" if door == "login" else "noor"
    answer = form.post(f"/api/browser/{door}", data={"username": name, "password": password, "back": where})
    assert led_to(answer) == where


# --- not coming in ---


@pytest.mark.parametrize(("username", "typed"), [("maya", "wrong horse battery"), ("nobody", "wrong horse battery")])
def test_a_wrong_password_leads_back_with_the_name_but_no_password(
    username: str, typed: str, sqlite_database: str, form: TestClient, user: Account
) -> None:
    answer = form.post("/api/browser/login", data={"username": username, "password": typed, "back": "/gallery"})
    page, told = asked(answer)
    assert page == "/login"
    assert told == {"error": WrongPassword.sentence, "username": username, "next": "/gallery"}
    assert session_of(answer) == ""


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"username": "ma"}, "Username needs at least 3 characters."),
        ({"username": "may a"}, "A username has letters, digits and . _ @ + - only, without spaces."),
        ({"password": "1234567"}, "Password needs at least 8 characters."),
        ({"email": "nothing"}, "This email address does not look right."),
        ({"username": "maya"}, "This username is taken. Please choose another."),
    ],
)
def test_what_can_not_be_registered_leads_back_with_a_sentence(
    change: dict[str, str], sentence: str, sqlite_database: str, form: TestClient, user: Account
) -> None:
    typed = {"username": "noor", "password": "correct horse battery", "email": "", "back": "/gallery", **change}
    answer = form.post("/api/browser/register", data=typed)
    page, told = asked(answer)
    assert page == "/register"
    assert (told["error"], told["username"], told["next"]) == (sentence, typed["username"], "/gallery")
    assert typed["password"] not in led_to(answer)
    assert session_of(answer) == ""


def test_an_empty_form_leads_back_with_a_sentence(sqlite_database: str, form: TestClient) -> None:
    assert asked(form.post("/api/browser/login")) == ("/login", {"error": WrongPassword.sentence})
    assert asked(form.post("/api/browser/register"))[1]["error"].startswith("Username needs")


def test_guessing_passwords_is_slowed_down(sqlite_database: str, form: TestClient, user: Account) -> None:
    def guess() -> str:
        answer = form.post("/api/browser/login", data={"username": "maya", "password": "wrong horse"})
        return asked(answer)[1]["error"]

    said = [guess() for _ in range(settings().login_attempts_per_minute + 1)]
    assert said == [WrongPassword.sentence] * (len(said) - 1) + ["Too many tries to log in. Please wait a minute."]


def test_opening_accounts_without_end_is_slowed_down(
    sqlite_database: str, form: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADGEN_REQUESTS_PER_MINUTE", "1")
    settings.cache_clear()
    limits.registration("testclient")
    answer = form.post("/api/browser/register", data={"username": "noor", "password": "correct horse battery"})
    assert asked(answer)[1]["error"] == "That was too fast. Please wait a moment."


# --- from where ---


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Sec-Fetch-Site": "", "Origin": "https://evil.example"},
        {"Sec-Fetch-Site": "", "Origin": "null"},
        {"Sec-Fetch-Site": "", "Origin": ""},
    ],
)
@pytest.mark.parametrize("name", FORMS)
def test_forms_of_other_sites_are_refused(
    name: str, headers: dict[str, str], sqlite_database: str, inside: TestClient, token: str, password: str
) -> None:
    typed = {"username": "maya", "password": password, "current": password, "new": "another horse battery"}
    answer = inside.post(f"/api/browser/{name}", data=typed, headers=headers)
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "FOREIGN_PAGE")
    assert "set-cookie" not in answer.headers
    assert accounts.authenticate(token).username == "maya"


def test_browsers_that_do_not_tell_the_site_tell_the_origin(
    sqlite_database: str, form: TestClient, user: Account, password: str
) -> None:
    del form.headers["Sec-Fetch-Site"]
    answer = form.post("/api/browser/login", data={"username": "maya", "password": password})
    assert led_to(answer) == "/create"


@pytest.mark.parametrize("name", FORMS)
def test_a_link_does_nothing(name: str, sqlite_database: str, inside: TestClient, token: str) -> None:
    assert inside.get(f"/api/browser/{name}").status_code == 405
    assert accounts.authenticate(token).username == "maya"


# --- leaving ---


def test_logging_out_ends_the_session_itself(sqlite_database: str, inside: TestClient, token: str) -> None:
    answer = inside.post("/api/browser/logout")
    assert led_to(answer) == "/"
    assert f'{SESSION_COOKIE}=""' in answer.headers["set-cookie"]
    assert "Max-Age=0" in answer.headers["set-cookie"]
    with pytest.raises(NotLoggedIn):
        accounts.authenticate(token)


def test_logging_out_without_a_session_is_fine(sqlite_database: str, form: TestClient) -> None:
    assert led_to(form.post("/api/browser/logout")) == "/"


# --- the account ---


def test_a_new_password_ends_the_other_sessions(
    sqlite_database: str, inside: TestClient, user: Account, token: str, password: str
) -> None:
    answer = inside.post("/api/browser/password", data={"current": password, "new": "another horse battery"})
    assert led_to(answer) == "/profile?done=password"
    assert accounts.authenticate(session_of(answer)).id == user.id
    with pytest.raises(NotLoggedIn):
        accounts.authenticate(token)
    accounts.log_in("maya", "another horse battery", "here")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"current": "wrong horse"}, "That is not your current password."),
        ({"new": "short"}, "Password needs at least 8 characters."),
    ],
)
def test_a_password_that_can_not_be_changed_stays(
    change: dict[str, str], sentence: str, sqlite_database: str, inside: TestClient, token: str, password: str
) -> None:
    typed = {"current": password, "new": "another horse battery", **change}
    assert asked(inside.post("/api/browser/password", data=typed)) == ("/profile", {"error": sentence})
    assert accounts.authenticate(token).username == "maya"
    accounts.log_in("maya", password, "here")


def test_a_deleted_account_leaves_nothing(
    sqlite_database: str, inside: TestClient, ad: GenerationId, user: Account, token: str, password: str
) -> None:
    answer = inside.post("/api/browser/delete-account", data={"password": password})
    assert urlsplit(led_to(answer)).path == "/"
    assert "Max-Age=0" in answer.headers["set-cookie"]
    with reading() as session:
        assert session.get(User, user.id) is None
        assert session.get(GenerationRow, ad) is None
    with pytest.raises(NotLoggedIn):
        accounts.authenticate(token)


def test_an_account_is_not_deleted_without_its_password(
    sqlite_database: str, inside: TestClient, ad: GenerationId, token: str
) -> None:
    answer = inside.post("/api/browser/delete-account", data={"password": "wrong horse"})
    assert asked(answer) == ("/profile", {"error": "That is not your current password.", "at": "delete"})
    assert accounts.authenticate(token).username == "maya"


@pytest.mark.parametrize("name", ["password", "delete-account"])
def test_an_account_needs_its_session(name: str, sqlite_database: str, form: TestClient, password: str) -> None:
    answer = form.post(f"/api/browser/{name}", data={"current": password, "new": password, "password": password})
    assert led_to(answer) == "/login"
