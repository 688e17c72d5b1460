"""An API with ads in it, served over HTTP on loopback as `./adgen serve` serves it."""

import asyncio
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server.embed import Server
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from adgen_app import storage
from adgen_app.api.app import over
from adgen_app.config import settings
from adgen_app.db.engine import transaction
from adgen_app.db.models import GenerationRow
from adgen_app.domain.account import Account
from adgen_app.domain.brief import Brief
from adgen_app.domain.generation import Companion, GenerationId, Status

VIDEO = bytes(range(256)) * 1000
STILL = b"\xff\xd8\xff a still"
PROMPT = "Soy candles that smell of forest"


def put(user: Account, prompt: str = PROMPT, status: Status = Status.COMPLETED, age: int = 0) -> GenerationId:
    """An ad without its job, some minutes old; a completed one has its files."""
    brief = Brief(prompt=prompt)
    row = GenerationRow(
        user_id=user.id,
        prompt=brief.prompt,
        brief=brief.model_dump(mode="json"),
        status=status,
        created_at=datetime.now(UTC) - timedelta(minutes=age),
    )
    if status is Status.COMPLETED:
        finish(row, settings().data_dir / "source")
    with transaction() as session:
        session.add(row)
    return GenerationId(row.id)


def finish(row: GenerationRow, source: Path) -> None:
    """Give it what production gives."""
    row.progress, row.completed_at, row.cost = 100, datetime.now(UTC), 0.25
    row.video_path, row.thumbnail_path = f"ads/{row.id}/ad.mp4", f"ads/{row.id}/thumbnail.jpg"
    beside = [(f"ads/{row.id}/{one}", f"{one} of the ad".encode()) for one in Companion]
    for key, content in ((row.video_path, VIDEO), (row.thumbnail_path, STILL), *beside):
        source.write_bytes(content)
        storage.save(key, source)


async def _page(request: Request) -> PlainTextResponse:
    return PlainTextResponse("a page", headers={"X-Page": "yes"})


PAGES = Starlette(routes=[Route("/", _page, methods=["GET", "POST"])])
"""Stands for the pages that the API is put over."""


@contextmanager
def serving() -> Iterator[str]:
    """The address of the API over some pages."""
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
