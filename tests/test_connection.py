from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Self
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest

from adgen_app.api.schemas.wire import Said
from adgen_app.connection import Connection
from adgen_app.errors import AdGenError, InvalidInput, NotLoggedIn, TooMany, Unavailable, WrongPassword

Answer = tuple[str, dict[str, str], bytes]
PATH = "/api/anything"
FILM = "/api/video/1"


@contextmanager
def line_to(
    url: str, token: str | None = None, sleep: Callable[[float], object] = lambda _: None
) -> Iterator[Connection]:
    line = Connection(url, token, sleep)
    try:
        yield line
    finally:
        line.close()


NOTED = ("REQUEST_METHOD", "PATH_INFO", "HTTP_AUTHORIZATION", "HTTP_RANGE", "HTTP_IF_RANGE")


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
        self.asked.append({name: str(environ[name]) for name in NOTED if name in environ})
        status, headers, body = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        start_response(status, list(headers.items()))  # type: ignore[operator]  # WSGI's
        return [body]


def failure(code: str, message: str = "So it is.") -> bytes:
    return f'{{"error": {{"code": "{code}", "message": "{message}"}}}}'.encode()


FINE: Answer = ("200 OK", {}, b'{"message": "Fine."}')


def refused(wait: int) -> Answer:
    return "429 Too Many Requests", {"Retry-After": str(wait)}, failure("TOO_MANY_REQUESTS")


def test_a_short_limit_is_waited_out() -> None:
    waits: list[float] = []
    with Scripted(refused(2), refused(3), FINE) as server, line_to(server.url, sleep=waits.append) as line:
        line.send("GET", PATH)
    assert waits == [2, 3]


def test_but_not_for_ever() -> None:
    waits: list[float] = []
    with Scripted(refused(2)) as server, line_to(server.url, sleep=waits.append) as line:
        with pytest.raises(TooMany) as error:
            line.send("GET", PATH)
        assert len(server.asked) == 3
    assert (waits, error.value.retry_after) == ([2, 2], 2)


def test_nor_for_an_hour() -> None:
    waits: list[float] = []
    with Scripted(refused(3600)) as server, line_to(server.url, sleep=waits.append) as line:
        with pytest.raises(TooMany) as error:
            line.send("GET", PATH)
        assert len(server.asked) == 1
    assert (waits, error.value.retry_after) == ([], 3600)


DOWN: Answer = ("503 Service Unavailable", {"Retry-After": "7"}, b"<html>")


def test_a_server_that_says_when_it_is_back_is_waited_for() -> None:
    waits: list[float] = []
    with Scripted(DOWN, FINE) as server, line_to(server.url, sleep=waits.append) as line:
        assert line.ask(Said, "GET", PATH).message == "Fine."
    assert waits == [7]


@pytest.mark.parametrize(("method", "answer"), [("POST", DOWN), ("DELETE", DOWN), ("GET", (DOWN[0], {}, DOWN[2]))])
def test_nothing_is_done_twice_and_nobody_waits_without_a_word(method: str, answer: Answer) -> None:
    with Scripted(answer, FINE) as server, line_to(server.url) as line, pytest.raises(Unavailable):
        line.send(method, PATH)
    assert len(server.asked) == 1


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_what_was_refused_by_a_limit_was_not_done(method: str) -> None:
    with Scripted(refused(1), FINE) as server, line_to(server.url) as line:
        line.send(method, PATH)
    assert [asked["REQUEST_METHOD"] for asked in server.asked] == [method] * 2


@pytest.mark.parametrize(
    ("code", "kind", "kept"), [("NOT_LOGGED_IN", NotLoggedIn, None), ("WRONG_PASSWORD", WrongPassword, "secret")]
)
def test_a_session_that_ended_is_forgotten_but_not_for_a_wrong_password(
    code: str, kind: type[AdGenError], kept: str | None
) -> None:
    with Scripted(("401 Unauthorized", {}, failure(code))) as server, line_to(server.url, "secret") as line:
        with pytest.raises(kind):
            line.send("GET", PATH)
        assert line.token == kept


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
        line_to(server.url) as line,
        pytest.raises(kind, match=sentence) as error,
    ):
        line.send("GET", PATH)
    assert type(error.value) is kind


def test_every_request_has_the_token() -> None:
    with Scripted(FINE) as server, line_to(server.url, "secret") as line:
        line.send("GET", PATH)
        line.token = None
        line.send("GET", PATH)
    assert [asked.get("HTTP_AUTHORIZATION") for asked in server.asked] == ["Bearer secret", None]


def test_a_storage_elsewhere_gets_no_token(tmp_path: Path) -> None:
    with Scripted(("200 OK", {}, b"an ad")) as bucket:
        moved: Answer = ("307 Temporary Redirect", {"Location": f"{bucket.url}/ad.mp4?signature=x"}, b"")
        with Scripted(moved) as server, line_to(server.url, "secret") as line:
            line.save(FILM, tmp_path / "ad.mp4")
    assert (tmp_path / "ad.mp4").read_bytes() == b"an ad"
    assert bucket.asked == [{"REQUEST_METHOD": "GET", "PATH_INFO": "/ad.mp4"}]


def test_a_download_goes_on_where_it_broke_off(tmp_path: Path) -> None:
    pauses: list[float] = []
    half: Answer = ("200 OK", {"Content-Length": "8", "ETag": '"v1"'}, b"half")
    rest: Answer = ("206 Partial Content", {"Content-Range": "bytes 4-7/8", "ETag": '"v1"'}, b"rest")
    with Scripted(half, rest) as server, line_to(server.url, sleep=pauses.append) as line:
        line.save(FILM, tmp_path / "ad.mp4")
    assert (tmp_path / "ad.mp4").read_bytes() == b"halfrest"
    assert [(asked.get("HTTP_RANGE"), asked.get("HTTP_IF_RANGE")) for asked in server.asked] == [
        (None, None),
        ("bytes=4-", '"v1"'),
    ]
    assert pauses == [1]


@pytest.mark.parametrize("tag", [{"ETag": '"v1"'}, {}])
def test_a_file_that_changed_meanwhile_is_taken_anew(tag: dict[str, str], tmp_path: Path) -> None:
    half: Answer = ("200 OK", {"Content-Length": "30", **tag}, b"half of an old one")
    whole: Answer = ("200 OK", {"ETag": '"v2"'}, b"a new one")
    with Scripted(half, whole) as server, line_to(server.url) as line:
        line.save(FILM, tmp_path / "ad.mp4")
    assert (tmp_path / "ad.mp4").read_bytes() == b"a new one"


def test_half_a_file_is_none(tmp_path: Path) -> None:
    (tmp_path / "ad.mp4").write_bytes(b"the old one")
    half: Answer = ("200 OK", {"Content-Length": "100"}, b"half")
    with Scripted(half) as server, line_to(server.url) as line, pytest.raises(Unavailable):
        line.save(FILM, tmp_path / "ad.mp4")
    assert len(server.asked) == 3
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("ad.mp4", b"the old one")]


@pytest.mark.parametrize("url", ["http://127.0.0.1:1", "http://nowhere", "ftp://127.0.0.1"])
def test_no_server_is_told_with_its_address(url: str) -> None:
    with line_to(url) as line, pytest.raises(Unavailable, match=f"No AdGen server answers at {url}"):
        line.send("GET", PATH)


def test_an_address_without_a_scheme_is_one_of_http() -> None:
    with line_to("127.0.0.1:1") as line:
        assert line.url == "http://127.0.0.1:1"
