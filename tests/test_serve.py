"""`./adgen serve` as a program: everything on one port, a clean end however it ends."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from adgen_app import serve as web
from adgen_app.client import Client
from adgen_app.config import ROOT
from adgen_app.domain.brief import Brief
from adgen_app.domain.formats import AspectRatio
from adgen_app.domain.generation import Status
from adgen_app.errors import Unavailable

pytestmark = pytest.mark.slow
PASSWORD = "correct horse battery"
DRAWING = 35
"""Percent: by then the studio's workers are at it."""


class Server:
    """A running `./adgen serve`; it is up when this is made."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        with (folder / "errors").open("w") as errors:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "adgen_app.cli", "serve", "--port", str(self.port)],
                cwd=ROOT,
                env=os.environ | {"ADGEN_DATA_DIR": str(folder / "data")},
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                start_new_session=True,
            )
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line == f"AdGen is ready at {self.url}\n":
                return
        pytest.fail((folder / "errors").read_text())

    def listens(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def children(self) -> list[int]:
        """The processes that answer requests."""
        pids = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return [int(pid) for pid in pids if "spawn_main" in Path(f"/proc/{pid}/cmdline").read_text()]

    def end(self, how: signal.Signals, *, everybody: bool = False) -> int:
        """Its exit code; whatever it started is gone as well when nobody listens any more.

        A terminal sends Ctrl-C to everybody: to all processes of the group.
        """
        (os.killpg if everybody else os.kill)(self.process.pid, how)
        self.process.communicate(timeout=30)
        end = time.monotonic() + 30
        while self.listens():
            assert time.monotonic() < end, "somebody still listens"
            time.sleep(0.05)
        return self.process.returncode


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("serve"))
    yield server
    if server.process.poll() is None:
        server.end(signal.SIGTERM)


def test_page_is_rendered_html(server: Server) -> None:
    page = httpx.get(server.url)
    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/html")
    assert "<h1" in page.text
    assert "frame-ancestors 'none'" in page.headers["content-security-policy"]
    assert page.headers["x-content-type-options"] == "nosniff"


def test_api_is_on_the_same_port(server: Server) -> None:
    answer = httpx.get(f"{server.url}/api/health")
    assert (answer.status_code, answer.json()) == (200, {"status": "healthy"})


def test_unknown_page_is_a_404(server: Server) -> None:
    assert httpx.get(f"{server.url}/no/such/page").status_code == 404


def test_scripts_may_be_kept_compressed(server: Server) -> None:
    script = next((ROOT / ".web" / "build" / "client" / "assets").glob("root-*.js")).name
    assert httpx.get(f"{server.url}/assets/{script}").headers["content-encoding"] == "gzip"


def test_events_have_the_same_port(server: Server) -> None:
    greeting = httpx.get(
        f"{server.url}/_event/",
        params={"EIO": "4", "transport": "websocket"},
        headers={
            "Connection": "Upgrade",
            "Upgrade": "websocket",
            "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
            "Sec-WebSocket-Version": "13",
            "Origin": server.url,
        },
        timeout=5,
    )
    assert greeting.status_code == 101


def test_taken_port_is_one_sentence(server: Server) -> None:
    with pytest.raises(Unavailable, match=rf"port {server.port} of 127.0.0.1: Address already in use\. .*serve --port"):
        web.serve("127.0.0.1", server.port)


def test_unknown_host_is_one_sentence() -> None:
    with pytest.raises(Unavailable, match="can't listen on port 8000 of no"):
        web.serve("no.such.host.invalid", 8000)


LACKING = [
    ("STORAGE_URL", "ftp://x/y", "ftp://x/y can't be used"),
    ("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/x", "Connection refused"),
    ("REDIS_URL", "redis://127.0.0.1:1", "Redis does not answer"),
]


@pytest.mark.parametrize(
    ("command", "name", "value", "said"),
    [*(("serve", *each) for each in LACKING), ("serve --dev", *LACKING[0]), ("worker", *LACKING[0])],
)
def test_what_is_missing_is_one_sentence_before_anybody_is_served(
    command: str, name: str, value: str, said: str, tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "adgen_app.cli", *command.split()],
        cwd=ROOT, env=os.environ | {"ADGEN_DATA_DIR": str(tmp_path), name: value},
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("adgen: ")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(("how", "code"), [(signal.SIGINT, 0), (signal.SIGTERM, 0), (signal.SIGKILL, -9)])
def test_stops_with_all_that_it_started(how: signal.Signals, code: int, tmp_path: Path) -> None:
    assert Server(tmp_path).end(how) == code


def test_starts_again_after_it_was_killed(tmp_path: Path) -> None:
    Server(tmp_path).end(signal.SIGKILL)
    again = Server(tmp_path)
    assert httpx.get(f"{again.url}/api/health").status_code == 200
    again.end(signal.SIGTERM)


def test_the_process_that_answers_is_replaced_when_it_dies(tmp_path: Path) -> None:
    server = Server(tmp_path)
    (answering,) = server.children()
    os.kill(answering, signal.SIGKILL)
    end = time.monotonic() + 30
    while server.children() in ([], [answering]) or not server.listens():
        assert time.monotonic() < end, "nobody took its place"
        time.sleep(0.05)
    assert httpx.get(f"{server.url}/api/health", timeout=30).status_code == 200
    server.end(signal.SIGTERM)


def test_ad_in_flight_when_ctrl_c_is_typed_is_finished_after_the_next_start(tmp_path: Path) -> None:
    first = Server(tmp_path)
    with Client(first.url) as client:
        client.register("shopkeeper", PASSWORD)
        token = client.log_in("shopkeeper", PASSWORD).access_token
        ad = client.generate(
            Brief(prompt="Oat soap that calms dry skin", aspect_ratio=AspectRatio.SQUARE)
        ).generation_id
        while client.status(ad).progress < DRAWING:
            time.sleep(0.05)
    first.end(signal.SIGINT, everybody=True)
    second = Server(tmp_path)
    with Client(second.url, token) as client:
        assert client.wait(ad).status == Status.COMPLETED
    second.end(signal.SIGTERM)
