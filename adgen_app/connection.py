"""One line to an AdGen server: a token on every request, tries, refusals as errors of our own tree."""

import os
import tempfile
import time
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from typing import IO, TypedDict, TypeVar, Unpack

import httpx
from pydantic import BaseModel

from adgen_app.api.schemas.wire import Failure, Fault
from adgen_app.errors import AdGenError, NotLoggedIn, TooMany, Unavailable

TIMEOUT = httpx.Timeout(30, connect=5)
TRIES = 3
PATIENCE = 60.0
"""Seconds: how long a request waits for a limit, and a wait for a server that is away."""
POLL_SECONDS = 1.0

AnswerT = TypeVar("AnswerT", bound=BaseModel)


class Sent(TypedDict, total=False):
    """What goes with a request."""

    json: Mapping[str, object]
    params: Mapping[str, str | int]
    data: Mapping[str, str]
    files: Mapping[str, tuple[str, bytes]]
    headers: Mapping[str, str]


class Connection:
    """Whatever the server refuses is raised as the error of our tree, in the server's words."""

    def __init__(self, url: str, token: str | None, sleep: Callable[[float], object] = time.sleep) -> None:
        """`sleep` is for tests."""
        self.url = url if "://" in url else f"http://{url}"
        self.token = token
        self.waited = 0.0
        self._sleep = sleep
        self.http = httpx.Client(base_url=self.url, timeout=TIMEOUT)

    def close(self) -> None:
        """Hang up."""
        self.http.close()

    def sleep(self, seconds: float) -> None:
        """Wait, and know for how long in all."""
        self.waited += seconds
        self._sleep(seconds)

    def ask(self, kind: type[AnswerT], method: str, path: str, **sent: Unpack[Sent]) -> AnswerT:
        """The server's answer as a value."""
        return kind.model_validate_json(self.send(method, path, **sent).content)

    def send(self, method: str, path: str, **sent: Unpack[Sent]) -> httpx.Response:
        """The server's answer, if it is a good one."""
        with _reached(self.url), self._opened(method, path, **sent) as answer:
            answer.read()
            return answer

    def save(self, path: str, target: Path) -> None:
        """Save a file; `target` appears whole or not at all. A connection that breaks off is taken up where it did."""
        target.parent.mkdir(parents=True, exist_ok=True)
        with _reached(self.url), _appearing(target) as file:
            tag = ""
            for left in reversed(range(TRIES)):
                try:
                    with self._opened("GET", path, headers=_rest(file, tag)) as answer:
                        tag = answer.headers.get("ETag", "")
                        _append(answer, file)
                except httpx.TransportError:
                    if not left:
                        raise
                    self.sleep(POLL_SECONDS)
                else:
                    return

    @contextmanager
    def _opened(self, method: str, path: str, **sent: Unpack[Sent]) -> Generator[httpx.Response]:
        """A good answer, whose content is still to come. Waits if the server says for how long, and that is short."""
        for left in reversed(range(TRIES)):
            with self._stream(method, path, **sent) as answer:
                refused = self._refusal(answer)
                if refused is None:
                    yield answer
                    return
            wait = _wait(refused, answer)
            if not left or wait is None or wait > PATIENCE:
                raise refused
            self.sleep(wait)

    @contextmanager
    def _stream(self, method: str, path: str, **sent: Unpack[Sent]) -> Generator[httpx.Response]:
        """One exchange, with the token; a redirect to a storage elsewhere gets none."""
        token = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        sent["headers"] = {**sent.get("headers", {}), **token}
        with self.http.stream(method, path, follow_redirects=method == "GET", **sent) as answer:
            yield answer

    def _refusal(self, answer: httpx.Response) -> AdGenError | None:
        """The server's no as an error of ours; the one place where a session is found to have ended."""
        if answer.is_success:
            return None
        answer.read()
        error = _error(answer)
        if type(error) is NotLoggedIn:
            self.token = None
        return error


def _classes(root: type[AdGenError]) -> Iterator[type[AdGenError]]:
    yield root
    for kind in root.__subclasses__():
        yield from _classes(kind)


def _error(answer: httpx.Response) -> AdGenError:
    """By its code; an unknown code of a known status is the most general error with that status."""
    fault = _fault(answer)
    known = list(_classes(AdGenError))
    same = [kind for kind in known if kind.code == fault.code] or [
        kind for kind in known if kind.status == answer.status_code
    ]
    kind = (same or [AdGenError])[0]
    if issubclass(kind, TooMany):
        return kind(fault.message, code=fault.code, retry_after=_retry_after(answer) or 1)
    return kind(fault.message, code=fault.code)


def _fault(answer: httpx.Response) -> Fault:
    """What the server says; something between it and us says it in another shape."""
    try:
        return Failure.model_validate_json(answer.content).error
    except ValueError:
        away = answer.status_code in {502, 503, 504}
        return Fault(
            code=Unavailable.code if away else AdGenError.code,
            message=f"{answer.url.host} answers {answer.status_code} {answer.reason_phrase}.",
        )


def _wait(refused: AdGenError, answer: httpx.Response) -> int | None:
    """Seconds until the same request may do better. One that changes things may have done so before it failed."""
    if isinstance(refused, TooMany):
        return refused.retry_after
    harmless = isinstance(refused, Unavailable) and answer.request.method == "GET"
    return _retry_after(answer) if harmless else None


def _retry_after(answer: httpx.Response) -> int | None:
    seconds = answer.headers.get("Retry-After", "")
    return int(seconds) if seconds.isdecimal() else None


@contextmanager
def _reached(url: str) -> Generator[None]:
    try:
        yield
    except (httpx.TransportError, httpx.InvalidURL) as error:
        raise Unavailable(f"No AdGen server answers at {url}.") from error


@contextmanager
def _appearing(target: Path) -> Generator[IO[bytes]]:
    descriptor, fresh = tempfile.mkstemp(dir=target.parent, suffix=".part")
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
        Path(fresh).chmod(0o644)
        Path(fresh).replace(target)
    finally:
        Path(fresh).unlink(missing_ok=True)


def _rest(file: IO[bytes], tag: str) -> dict[str, str]:
    """Asks for what is missing of that very version; bytes as they lie there, so that they can be counted."""
    plain = {"Accept-Encoding": "identity"}
    return {**plain, "Range": f"bytes={file.tell()}-", "If-Range": tag} if tag and file.tell() else plain


def _append(answer: httpx.Response, file: IO[bytes]) -> None:
    """Write what comes; an answer that is not the missing part is the whole file."""
    if answer.status_code != HTTPStatus.PARTIAL_CONTENT:
        file.seek(0)
        file.truncate()
    for chunk in answer.iter_bytes():
        file.write(chunk)
