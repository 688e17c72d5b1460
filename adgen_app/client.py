"""AdGen from another program: a typed client for the REST API."""

import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from adgen_app.api.schemas.accounts import LoggedIn, Me, Registered, UserProfile
from adgen_app.api.schemas.assets import Discarded, Shelf, Stored
from adgen_app.api.schemas.generations import Listing, Removed, Started, State
from adgen_app.api.schemas.wire import Said
from adgen_app.config import settings
from adgen_app.connection import PATIENCE, POLL_SECONDS, Connection
from adgen_app.domain.asset import AssetId, AssetKind
from adgen_app.domain.brief import Brief
from adgen_app.domain.generation import GenerationId, Status
from adgen_app.domain.storyboard import Storyboard
from adgen_app.errors import Unavailable


class Client:
    """A user's connection. Whatever the server refuses is raised as the error of our tree, in the server's words."""

    def __init__(
        self, url: str | None = None, token: str | None = None, *, sleep: Callable[[float], object] = time.sleep
    ) -> None:
        """`url` is where the server is, without /api; from the settings unless given. `sleep` is for tests."""
        self._server = Connection((url or settings().api_url).rstrip("/"), token, sleep)

    @property
    def url(self) -> str:
        """Where the server is."""
        return self._server.url

    @property
    def token(self) -> str | None:
        """The session that requests are made with; None before log_in, and once it has ended."""
        return self._server.token

    @token.setter
    def token(self, token: str | None) -> None:
        self._server.token = token

    def __enter__(self) -> Self:
        """The client itself."""
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        """Close its connections."""
        self._server.close()

    def health(self) -> None:
        """Raises Unavailable unless all is well."""
        self._server.send("GET", "/api/health")

    def register(self, username: str, password: str, email: str | None = None) -> Registered:
        """Open an account. Raises NameTaken, InvalidInput."""
        asked = {"username": username, "password": password, "email": email}
        return self._server.ask(Registered, "POST", "/api/auth/register", json=asked)

    def log_in(self, username: str, password: str) -> LoggedIn:
        """Open a session; from here on its token is sent along. Raises WrongPassword, TooMany."""
        asked = {"username": username, "password": password}
        opened = self._server.ask(LoggedIn, "POST", "/api/auth/login", json=asked)
        self.token = opened.access_token
        return opened

    def log_out(self) -> None:
        """End the session on the server, too."""
        self._server.ask(Said, "POST", "/api/auth/logout")
        self.token = None

    def change_password(self, current: str, new: str) -> LoggedIn:
        """Take a new password; other sessions end. Raises WrongPassword."""
        asked = {"current": current, "new": new}
        opened = self._server.ask(LoggedIn, "POST", "/api/auth/password", json=asked)
        self.token = opened.access_token
        return opened

    def me(self) -> Me:
        """Who is logged in."""
        return self._server.ask(Me, "GET", "/api/auth/me")

    def profile(self) -> UserProfile:
        """Who is logged in, and how their ads fared."""
        return self._server.ask(UserProfile, "GET", "/api/user/profile")

    def upload(self, name: str, content: bytes, kind: AssetKind) -> Stored:
        """Put a photo, a logo, a track or a voice into the library. Raises TooLarge, InvalidInput, LibraryFull."""
        return self._server.ask(
            Stored, "POST", "/api/assets", data={"kind": kind.value}, files={"file": (name, content)}
        )

    def assets(self, *, kind: AssetKind | None = None, limit: int = 20, offset: int = 0) -> Shelf:
        """Files of the library, newest first."""
        asked = {"limit": limit, "offset": offset, **({"kind": kind.value} if kind else {})}
        return self._server.ask(Shelf, "GET", "/api/assets", params=asked)

    def discard(self, asset_id: AssetId) -> Discarded:
        """Delete a file of the library. Raises NotFound, InUse."""
        return self._server.ask(Discarded, "DELETE", f"/api/assets/{asset_id}")

    def generate(self, brief: Brief) -> Started:
        """Order an ad. Raises InvalidInput, TooMany, OverBudget."""
        return self._server.ask(Started, "POST", "/api/generate", json=brief.model_dump(mode="json"))

    def again(self, generation_id: GenerationId) -> Started:
        """Order another ad from the same brief. Raises NotFound, TooMany."""
        return self._server.ask(Started, "POST", f"/api/generations/{generation_id}/again")

    def status(self, generation_id: GenerationId) -> State:
        """How far an ad is. Raises NotFound."""
        return self._server.ask(State, "GET", f"/api/status/{generation_id}")

    def wait(self, generation_id: GenerationId, on_progress: Callable[[State], object] | None = None) -> State:
        """Watch an ad until it is done, failed or cancelled; a server that restarts meanwhile is waited for."""
        seen = self._server.waited
        while True:
            try:
                state = self.status(generation_id)
            except Unavailable:
                if self._server.waited - seen > PATIENCE:
                    raise
            else:
                seen = self._server.waited
                if on_progress:
                    on_progress(state)
                if state.status.finished:
                    return state
            self._server.sleep(POLL_SECONDS)

    def storyboard(self, generation_id: GenerationId) -> Storyboard:
        """The plan of an ad. Raises NotFound, NotReady."""
        return self._server.ask(Storyboard, "GET", f"/api/generations/{generation_id}/storyboard")

    def generations(
        self, *, limit: int = 20, offset: int = 0, status: Status | None = None, query: str = ""
    ) -> Listing:
        """Ads, newest first."""
        asked = {"limit": limit, "offset": offset, "q": query, **({"status": status.value} if status else {})}
        return self._server.ask(Listing, "GET", "/api/generations", params=asked)

    def cancel(self, generation_id: GenerationId) -> State:
        """Stop an ad. Raises NotFound, AlreadyFinished."""
        return self._server.ask(State, "POST", f"/api/generations/{generation_id}/cancel")

    def delete(self, generation_id: GenerationId) -> Removed:
        """Delete an ad with its files. Raises NotFound."""
        return self._server.ask(Removed, "DELETE", f"/api/generations/{generation_id}")

    def download(self, generation_id: GenerationId, target: Path) -> None:
        """Save a finished ad; `target` appears whole or not at all. Raises NotFound, NotReady."""
        self._server.save(f"/api/video/{generation_id}", target)
