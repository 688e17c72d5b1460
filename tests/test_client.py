from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Self
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest

from adgen_app.api.schemas.generations import State
from adgen_app.client import Client
from adgen_app.config import settings
from adgen_app.db.engine import transaction
from adgen_app.db.models import GenerationRow
from adgen_app.domain.account import Account
from adgen_app.domain.brief import Brief
from adgen_app.domain.generation import GenerationId, Status
from adgen_app.errors import (
    AdGenError,
    AlreadyFinished,
    InvalidInput,
    NameTaken,
    NotFound,
    NotLoggedIn,
    NotReady,
    TooMany,
    Unavailable,
    WrongPassword,
)
from adgen_app.planning.writer import plan
from adgen_app.services import accounts, progress
from tests.api import serving

BRIEF = Brief(prompt="Soy candles that smell of forest")
UNKNOWN = GenerationId("00000000-0000-4000-8000-000000000000")
Answer = tuple[str, dict[str, str], bytes]


@pytest.fixture
def server(database: str) -> Iterator[str]:
    with serving.serving() as url:
        yield url


@pytest.fixture
def ad(user: Account) -> GenerationId:
    return serving.put(user)


@pytest.fixture
def client(server: str, token: str) -> Iterator[Client]:
    with Client(server, token) as opened:
        yield opened


class Quiet(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Scripted:
    """A server that gives answers in turn, the last one for ever, and remembers what it was asked."""

    def __init__(self, *answers: Answer) -> None:
        self.answers = list(answers)
        self.asked: list[dict[str, str]] = []
        self.web = make_server("127.0.0.1", 0, self.answer, handler_class=Quiet)
        self.url = f"http://127.0.0.1:{self.web.server_port}"
        self.thread = Thread(target=self.web.serve_forever, args=(0.01,))

    def __enter__(self) -> Self:
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.web.shutdown()
        self.thread.join()
        self.web.server_close()

    def answer(self, environ: dict[str, str], start_response: object) -> list[bytes]:
        self.asked.append({name: str(environ.get(name)) for name in ("PATH_INFO", "HTTP_AUTHORIZATION")})
        status, headers, body = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        start_response(status, list(headers.items()))  # type: ignore[operator]  # WSGI's
        return [body]


def failure(code: str, message: str = "So it is.") -> bytes:
    return f'{{"error": {{"code": "{code}", "message": "{message}"}}}}'.encode()


HEALTHY: Answer = ("200 OK", {}, b'{"status": "healthy"}')


def refused(wait: int) -> Answer:
    return "429 Too Many Requests", {"Retry-After": str(wait)}, failure("TOO_MANY_REQUESTS")


# --- with the real server ---


def test_from_an_account_to_an_ad_and_away(server: str, database: str, tmp_path: Path) -> None:
    with Client(server) as client:
        client.health()
        user_id = client.register("maya", "correct horse battery", "maya@example.com").user_id
        assert client.log_in("maya", "correct horse battery").user.id == user_id
        assert (client.me().email, client.profile().success_rate) == ("maya@example.com", None)
        ad = client.generate(BRIEF).generation_id
        assert client.status(ad).status is Status.PENDING
        with pytest.raises(NotReady):
            client.download(ad, tmp_path / "ad.mp4")
        assert list(tmp_path.glob("*.mp4*")) == []
        again = client.again(ad).generation_id
        assert client.cancel(again).status is Status.CANCELLED
        with pytest.raises(AlreadyFinished):
            client.cancel(again)
        assert client.generations(status=Status.CANCELLED, query="soy", limit=5).generations[0].id == again
        client.delete(again)
        with pytest.raises(NotFound):
            client.status(again)
        client.log_out()
        assert client.token is None


def test_a_finished_ad_is_saved_whole(client: Client, database: str, ad: GenerationId, tmp_path: Path) -> None:
    target = tmp_path / "new" / "ad.mp4"
    client.download(ad, target)
    assert target.read_bytes() == bytes(range(256)) * 1000
    assert [path.name for path in target.parent.iterdir()] == ["ad.mp4"]


def test_what_the_server_refuses_is_our_own_error(client: Client, sqlite_database: str, user: Account) -> None:
    with pytest.raises(NameTaken, match=r"This username is taken\. Please choose another\."):
        client.register("maya", "correct horse battery")
    with pytest.raises(InvalidInput) as refused:
        client.register("m", "correct horse battery")
    assert (refused.value.code_here, type(refused.value)) == ("INVALID_USERNAME", InvalidInput)
    with pytest.raises(NotFound):
        client.status(UNKNOWN)
    with pytest.raises(WrongPassword):
        client.log_in("maya", "wrong")
    assert client.token


def test_a_session_that_has_ended_is_forgotten(client: Client, sqlite_database: str, token: str) -> None:
    accounts.log_out(token)
    with pytest.raises(NotLoggedIn):
        client.me()
    assert client.token is None


def test_a_new_password_keeps_this_client_in(client: Client, sqlite_database: str) -> None:
    client.change_password("correct horse battery", "another long one")
    assert client.me().username == "maya"


def test_wait_tells_every_step(server: str, sqlite_database: str, token: str) -> None:
    steps = iter(
        [
            progress.begin,
            lambda ad: progress.report(ad, 30, "Scene 1"),
            lambda ad: progress.fail(ad, "No."),
        ]
    )
    with Client(server, token, sleep=lambda _: next(steps)(ad)) as client:
        ad = client.generate(BRIEF).generation_id
        seen: list[State] = []
        done = client.wait(ad, seen.append)
    assert [(state.status.value, state.progress) for state in seen] == [
        ("pending", 0), ("processing", 0), ("processing", 30), ("failed", 30),
    ]  # fmt: skip
    assert (done.error, done) == ("No.", seen[-1])


def test_a_storyboard_comes_back_as_it_was(client: Client, sqlite_database: str, ad: GenerationId) -> None:

    with transaction() as session:
        session.get_one(GenerationRow, ad).storyboard = plan(BRIEF).model_dump(mode="json")
    assert client.storyboard(ad) == plan(BRIEF)


# --- with servers that misbehave ---


def test_a_short_limit_is_waited_out() -> None:
    waits: list[float] = []
    with Scripted(refused(2), refused(3), HEALTHY) as server, Client(server.url, sleep=waits.append) as client:
        client.health()
    assert waits == [2, 3]


def test_but_not_for_ever() -> None:
    waits: list[float] = []
    with Scripted(refused(2)) as server, Client(server.url, sleep=waits.append) as client:
        with pytest.raises(TooMany) as error:
            client.health()
        assert len(server.asked) == 3
    assert (waits, error.value.retry_after) == ([2, 2], 2)


def test_nor_for_an_hour() -> None:
    waits: list[float] = []
    with Scripted(refused(3600)) as server, Client(server.url, sleep=waits.append) as client:
        with pytest.raises(TooMany) as error:
            client.health()
        assert len(server.asked) == 1
    assert (waits, error.value.retry_after) == ([], 3600)


@pytest.mark.parametrize(
    ("status", "body", "kind", "sentence"),
    [
        ("502 Bad Gateway", b"<html>", Unavailable, r"127\.0\.0\.1 answers 502 Bad Gateway\."),
        ("500 Internal Server Error", failure("INTERNAL_ERROR"), AdGenError, r"So it is\."),
        ("503 Service Unavailable", failure("UNAVAILABLE"), Unavailable, r"So it is\."),
        ("422 Unprocessable", failure("SOMETHING_NEW"), InvalidInput, r"So it is\."),
        ("418 Teapot", failure("TEAPOT"), AdGenError, r"So it is\."),
        ("429 Too Many Requests", failure("TOO_MANY_ADS"), TooMany, r"So it is\."),
        ("404 Not Found", b"[]", AdGenError, "answers 404"),
    ],
)
def test_every_refusal_is_an_error_of_the_tree(status: str, body: bytes, kind: type[AdGenError], sentence: str) -> None:
    with (
        Scripted((status, {}, body)) as server,
        Client(server.url, sleep=lambda _: None) as client,
        pytest.raises(kind, match=sentence) as error,
    ):
        client.health()
    assert type(error.value) is kind


def test_every_request_has_the_token() -> None:
    with Scripted(HEALTHY) as server, Client(f"{server.url}/", "secret") as client:
        client.health()
        client.token = None
        client.health()
    assert server.asked == [
        {"PATH_INFO": "/api/health", "HTTP_AUTHORIZATION": "Bearer secret"},
        {"PATH_INFO": "/api/health", "HTTP_AUTHORIZATION": "None"},
    ]


def test_a_storage_elsewhere_gets_no_token(tmp_path: Path) -> None:
    with Scripted(("200 OK", {}, b"an ad")) as bucket:
        moved: Answer = ("307 Temporary Redirect", {"Location": f"{bucket.url}/ad.mp4?signature=x"}, b"")
        with Scripted(moved) as server, Client(server.url, "secret") as client:
            client.download(UNKNOWN, tmp_path / "ad.mp4")
    assert (tmp_path / "ad.mp4").read_bytes() == b"an ad"
    assert bucket.asked == [{"PATH_INFO": "/ad.mp4", "HTTP_AUTHORIZATION": "None"}]


def test_half_a_file_is_none(tmp_path: Path) -> None:
    (tmp_path / "ad.mp4").write_bytes(b"the old one")
    with (
        Scripted(("200 OK", {"Content-Length": "100"}, b"half")) as server,
        Client(server.url) as client,
        pytest.raises(Unavailable),
    ):
        client.download(UNKNOWN, tmp_path / "ad.mp4")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("ad.mp4", b"the old one")]


@pytest.mark.parametrize("url", ["http://127.0.0.1:1", "nowhere", "ftp://127.0.0.1"])
def test_no_server_is_told_with_its_address(url: str) -> None:
    with Client(url) as client, pytest.raises(Unavailable, match=f"No AdGen server answers at {url}"):
        client.health()


def test_wait_outlasts_a_restart(server: str, sqlite_database: str, token: str, ad: GenerationId) -> None:
    waits: list[float] = []

    def back(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 3:
            client._http.base_url = server

    with Client("http://127.0.0.1:1", token, sleep=back) as client:
        assert client.wait(ad).status is Status.COMPLETED


def test_wait_gives_up_in_the_end() -> None:
    waits: list[float] = []
    with Client("http://127.0.0.1:1", sleep=waits.append) as client, pytest.raises(Unavailable):
        client.wait(UNKNOWN)
    assert 59 <= sum(waits) <= 61


def test_the_address_comes_from_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADGEN_API_URL", "http://ads.example:9/")
    settings.cache_clear()
    assert Client().url == "http://ads.example:9"
    monkeypatch.undo()
    settings.cache_clear()
