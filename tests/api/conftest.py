"""The API as a program meets it: in this process, and over HTTP on loopback."""

import asyncio
import socket
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server.embed import Server
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from adgen_app import storage
from adgen_app.api.app import create, over
from adgen_app.db.engine import transaction
from adgen_app.db.models import GenerationRow
from adgen_app.domain.account import Account
from adgen_app.domain.brief import Brief
from adgen_app.domain.generation import GenerationId, Status

VIDEO = bytes(range(256)) * 1000
STILL = b"\xff\xd8\xff a still"


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
def put(database: str, tmp_path: Path) -> Callable[..., GenerationId]:
    """Adds an ad without its job; a completed one has its files."""

    def add(
        user: Account, prompt: str = "Soy candles that smell of forest", status: Status = Status.COMPLETED, age: int = 0
    ) -> GenerationId:
        brief = Brief(prompt=prompt)
        row = GenerationRow(
            user_id=user.id,
            prompt=brief.prompt,
            brief=brief.model_dump(mode="json"),
            status=status,
            created_at=datetime.now(UTC) - timedelta(minutes=age),
        )
        if status is Status.COMPLETED:
            _finish(row, tmp_path)
        with transaction() as session:
            session.add(row)
        return GenerationId(row.id)

    return add


def _finish(row: GenerationRow, folder: Path) -> None:
    row.progress, row.completed_at, row.cost = 100, datetime.now(UTC), 0.25
    row.video_path, row.thumbnail_path = f"ads/{row.id}/ad.mp4", f"ads/{row.id}/thumbnail.jpg"
    for key, content in ((row.video_path, VIDEO), (row.thumbnail_path, STILL)):
        (folder / "source").write_bytes(content)
        storage.save(key, folder / "source")


@pytest.fixture
def ad(user: Account, put: Callable[..., GenerationId]) -> GenerationId:
    """A finished ad of `user`'s."""
    return put(user)


async def _page(request: object) -> PlainTextResponse:
    return PlainTextResponse("a page", headers={"X-Page": "yes"})


PAGES = Starlette(routes=[Route("/", _page, methods=["GET", "POST"])])
"""Stands for the pages that the API is put over."""


@pytest.fixture
def server(database: str) -> Iterator[str]:
    """The address of the API over some pages, served as `./adgen serve` serves them."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    web = Server(over(PAGES), port=port, interface=Interfaces.ASGINL, log_level=LogLevels.error, log_enabled=False)
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=lambda: loop.run_until_complete(web.serve()))
    thread.start()
    url = f"http://127.0.0.1:{port}"
    try:
        _answers(url)
        yield url
    finally:
        loop.call_soon_threadsafe(web.stop)
        thread.join()
        loop.close()


def _answers(url: str) -> None:
    for _ in range(200):
        try:
            httpx.get(url, timeout=5)
        except httpx.TransportError:
            time.sleep(0.02)
        else:
            return
    pytest.fail("the server does not answer")
