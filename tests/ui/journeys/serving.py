"""The web app as users get it, run once for all tests of this process that look at pages."""

import os
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import httpx

from tests.conftest import free_port

ROOT = Path(__file__).parents[3]


@contextmanager
def served(data: Path, port: int = 0, **settings: str) -> Generator[str]:
    """Address of a running `./adgen serve` on a data folder."""
    port = port or free_port()
    address = f"http://127.0.0.1:{port}"
    env = {
        **os.environ,
        "ADGEN_DATA_DIR": str(data),
        "ADGEN_ADS_PER_HOUR": "500",
        "ADGEN_LOGIN_ATTEMPTS_PER_MINUTE": "500",
        "PYTHONPATH": str(ROOT),
        **settings,
    }
    env.pop("DATABASE_URL", None)
    command = [sys.executable, "-m", "adgen_app.cli", "serve", "--port", str(port)]
    with (data / "server.log").open("ab") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=env, stdout=log, stderr=log)
    try:
        _wait(server, address, data / "server.log")
        yield address
    finally:
        server.terminate()
        server.wait(30)


def _wait(server: "subprocess.Popen[bytes]", address: str, log: Path) -> None:
    end = time.monotonic() + 300
    while time.monotonic() < end and server.poll() is None:
        try:
            httpx.get(f"{address}/api/health").raise_for_status()
        except httpx.HTTPError:
            time.sleep(0.3)
        else:
            return
    raise AssertionError(f"the server did not come up; it said:\n{log.read_text()}")
