"""AdGen from another program: a typed client for the REST API."""

import os
import tempfile
import time
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self, TypedDict, TypeVar, Unpack

import httpx

from adgen_app.api.schemas.accounts import LoggedIn, Me, Registered, UserProfile
from adgen_app.api.schemas.generations import Listing, Removed, Started, State
from adgen_app.api.schemas.wire import Answer, Failure, Fault, Said
from adgen_app.config import settings
from adgen_app.domain.brief import Brief
from adgen_app.domain.generation import GenerationId, Status
from adgen_app.domain.storyboard import Storyboard
from adgen_app.errors import AdGenError, NotLoggedIn, TooMany, Unavailable

TIMEOUT = httpx.Timeout(30, connect=5)
TRIES = 3
PATIENCE = 60.0
"""Seconds: how long a request waits for a limit, and a wait for a server that is away."""
POLL_SECONDS = 1.0

AnswerT = TypeVar("AnswerT", bound=Answer)


class _Sent(TypedDict, total=False):
    """What goes with a request."""

    json: Mapping[str, object]
    params: Mapping[str, str | int]


class Client:
    """A user's connection. Whatever the server refuses is raised as the error of our tree, in the server's words."""

    def __init__(
        self, url: str | None = None, token: str | None = None, *, sleep: Callable[[float], object] = time.sleep
    ) -> None:
        """`url` is where the server is, without /api; from the settings unless given. `sleep` is for tests."""
        self.url = (url or settings().api_url).rstrip("/")
        self.token = token
        self._sleep = sleep
        self._http = httpx.Client(base_url=self.url, timeout=TIMEOUT)

    def __enter__(self) -> Self:
        """The client itself."""
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        """Close its connections."""
        self._http.close()

    def health(self) -> None:
        """Raises Unavailable unless all is well."""
        self._send("GET", "/api/health")

    def register(self, username: str, password: str, email: str | None = None) -> Registered:
        """Open an account. Raises NameTaken, InvalidInput."""
        asked = {"username": username, "password": password, "email": email}
        return self._ask(Registered, "POST", "/api/auth/register", json=asked)

    def log_in(self, username: str, password: str) -> LoggedIn:
        """Open a session; from here on its token is sent along. Raises WrongPassword, TooMany."""
        asked = {"username": username, "password": password}
        opened = self._ask(LoggedIn, "POST", "/api/auth/login", json=asked)
        self.token = opened.access_token
        return opened

    def log_out(self) -> None:
        """End the session on the server, too."""
        self._ask(Said, "POST", "/api/auth/logout")
        self.token = None

    def change_password(self, current: str, new: str) -> LoggedIn:
        """Take a new password; other sessions end. Raises WrongPassword."""
        asked = {"current": current, "new": new}
        opened = self._ask(LoggedIn, "POST", "/api/auth/password", json=asked)
        self.token = opened.access_token
        return opened

    def me(self) -> Me:
        """Who is logged in."""
        return self._ask(Me, "GET", "/api/auth/me")

    def profile(self) -> UserProfile:
        """Who is logged in, and how their ads fared."""
        return self._ask(UserProfile, "GET", "/api/user/profile")

    def generate(self, brief: Brief) -> Started:
        """Order an ad. Raises InvalidInput, TooMany, OverBudget."""
        return self._ask(Started, "POST", "/api/generate", json=brief.model_dump(mode="json"))

    def again(self, generation_id: GenerationId) -> Started:
        """Order another ad from the same brief. Raises NotFound, TooMany."""
        return self._ask(Started, "POST", f"/api/generations/{generation_id}/again")

    def status(self, generation_id: GenerationId) -> State:
        """How far an ad is. Raises NotFound."""
        return self._ask(State, "GET", f"/api/status/{generation_id}")

    def wait(self, generation_id: GenerationId, on_progress: Callable[[State], object] | None = None) -> State:
        """Watch an ad until it is done, failed or cancelled; a server that restarts meanwhile is waited for."""
        away = 0.0
        while True:
            try:
                state = self.status(generation_id)
            except Unavailable:
                away += POLL_SECONDS
                if away > PATIENCE:
                    raise
            else:
                away = 0.0
                if on_progress:
                    on_progress(state)
                if state.status.finished:
                    return state
            self._sleep(POLL_SECONDS)

    def storyboard(self, generation_id: GenerationId) -> Storyboard:
        """The plan of an ad. Raises NotFound, NotReady."""
        return Storyboard.model_validate_json(self._send("GET", f"/api/generations/{generation_id}/storyboard").content)

    def generations(
        self, *, limit: int = 20, offset: int = 0, status: Status | None = None, query: str = ""
    ) -> Listing:
        """Ads, newest first."""
        asked = {"limit": limit, "offset": offset, "q": query, **({"status": status.value} if status else {})}
        return self._ask(Listing, "GET", "/api/generations", params=asked)

    def cancel(self, generation_id: GenerationId) -> State:
        """Stop an ad. Raises NotFound, AlreadyFinished."""
        return self._ask(State, "POST", f"/api/generations/{generation_id}/cancel")

    def delete(self, generation_id: GenerationId) -> Removed:
        """Delete an ad with its files. Raises NotFound."""
        return self._ask(Removed, "DELETE", f"/api/generations/{generation_id}")

    def download(self, generation_id: GenerationId, target: Path) -> None:
        """Save a finished ad; `target` appears whole or not at all. Raises NotFound, NotReady."""
        target.parent.mkdir(parents=True, exist_ok=True)
        with _reached(self.url), self._opened("GET", f"/api/video/{generation_id}") as answer:
            _save(answer.iter_bytes(), target)

    def _ask(self, kind: type[AnswerT], method: str, path: str, **sent: Unpack[_Sent]) -> AnswerT:
        return kind.model_validate_json(self._send(method, path, **sent).content)

    def _send(self, method: str, path: str, **sent: Unpack[_Sent]) -> httpx.Response:
        with _reached(self.url), self._opened(method, path, **sent) as answer:
            answer.read()
            return answer

    @contextmanager
    def _opened(self, method: str, path: str, **sent: Unpack[_Sent]) -> Generator[httpx.Response]:
        """A good answer, whose content is still to come. Waits out short limits."""
        for left in reversed(range(TRIES)):
            with self._stream(method, path, **sent) as answer:
                refused = self._refusal(answer)
                if refused is None:
                    yield answer
                    return
            if not left or not isinstance(refused, TooMany) or refused.retry_after > PATIENCE:
                raise refused
            self._sleep(refused.retry_after)

    @contextmanager
    def _stream(self, method: str, path: str, **sent: Unpack[_Sent]) -> Generator[httpx.Response]:
        """One exchange, with the token; a redirect to a storage elsewhere gets none."""
        headers = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        with self._http.stream(method, path, headers=headers, follow_redirects=method == "GET", **sent) as answer:
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
        wait = answer.headers.get("Retry-After", "")
        return kind(fault.message, code=fault.code, retry_after=int(wait) if wait.isdecimal() else 1)
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


@contextmanager
def _reached(url: str) -> Generator[None]:
    try:
        yield
    except (httpx.TransportError, httpx.InvalidURL) as error:
        raise Unavailable(f"No AdGen server answers at {url}.") from error


def _save(content: Iterator[bytes], target: Path) -> None:
    descriptor, fresh = tempfile.mkstemp(dir=target.parent, suffix=".part")
    try:
        with os.fdopen(descriptor, "wb") as file:
            for chunk in content:
                file.write(chunk)
        Path(fresh).chmod(0o644)
        Path(fresh).replace(target)
    finally:
        Path(fresh).unlink(missing_ok=True)
