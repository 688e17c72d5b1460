"""The API as a program meets it: in this process, and over HTTP."""

from collections.abc import Callable, Iterator

import pytest
from starlette.testclient import TestClient

from adgen_app.api.app import create
from adgen_app.domain.account import Account
from adgen_app.domain.generation import GenerationId
from tests.api import serving


@pytest.fixture
def api(database: str) -> Iterator[TestClient]:
    """Requests without a network; what the API can't handle is its answer, not the test's."""
    with TestClient(create(), raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def bearer(token: str) -> dict[str, str]:
    """Headers of a program of `user`'s."""
    return {"Authorization": f"Bearer {token}"}


@pytest.fixture
def put(database: str) -> Callable[..., GenerationId]:
    """Adds an ad."""
    return serving.put


@pytest.fixture
def ad(user: Account) -> GenerationId:
    """A finished ad of `user`'s."""
    return serving.put(user)


@pytest.fixture
def server(database: str) -> Iterator[str]:
    """The address of the API over some pages."""
    with serving.serving() as url:
        yield url
