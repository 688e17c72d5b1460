"""The Nginx site as shipped, run by a real Nginx in front of a small server that answers what it was asked."""

import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest

SITE = Path(__file__).parents[2] / "deploy" / "nginx.conf"


class Echo(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.answer()

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.answer()

    def answer(self) -> None:
        body = "\n".join([self.path, *(f"{name}: {value}" for name, value in self.headers.items())]).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def backend() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Echo)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


@pytest.fixture
def site(backend: int, tmp_path: Path) -> Iterator[str]:
    nginx = shutil.which("nginx", path="/usr/sbin:/usr/bin")
    assert nginx, "Nginx is missing: apt-get install nginx"
    port = free_port()
    conf = SITE.read_text().replace("127.0.0.1:8000", f"127.0.0.1:{backend}").replace("listen 80;", f"listen {port};")
    (tmp_path / "site.conf").write_text(conf)
    temp = "".join(
        f"{kind}_temp_path {tmp_path}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    main = tmp_path / "main.conf"
    main.write_text(
        f"daemon off; pid {tmp_path}/pid; error_log {tmp_path}/error.log;"
        f"events {{}} http {{ access_log off; {temp} include {tmp_path}/site.conf; }}"
    )
    subprocess.run([nginx, "-t", "-e", f"{tmp_path}/error.log", "-c", str(main)], check=True, capture_output=True)
    running = subprocess.Popen([nginx, "-e", f"{tmp_path}/error.log", "-c", str(main)])
    yield _up(f"http://127.0.0.1:{port}")
    running.terminate()
    running.wait(10)


def _up(address: str) -> str:
    for _ in range(100):
        try:
            httpx.get(address)
        except httpx.ConnectError:
            time.sleep(0.05)
        else:
            return address
    raise AssertionError("Nginx did not come up")


def test_pages_and_api_reach_the_app_with_the_clients_address_and_a_request_id(site: str) -> None:
    seen = httpx.get(f"{site}/api/health", headers={"X-Forwarded-For": "6.6.6.6"}).text.lower()
    assert seen.startswith("/api/health")
    assert "x-forwarded-for: 127.0.0.1" in seen
    assert "6.6.6.6" not in seen
    assert "x-request-id: " in seen


def test_a_websocket_is_upgraded_and_other_requests_are_not(site: str) -> None:
    upgrade = httpx.get(f"{site}/_event/", headers={"Connection": "Upgrade", "Upgrade": "websocket"}).text.lower()
    assert "upgrade: websocket" in upgrade
    assert "connection: upgrade" in upgrade
    assert "upgrade" not in httpx.get(f"{site}/_event/").text.lower()


def test_nothing_comes_out_of_uploads_and_bodies_are_limited(site: str) -> None:
    assert httpx.get(f"{site}/_upload/photo.jpg").status_code == 404
    assert httpx.post(f"{site}/_upload", content=b"x" * 23_000_000).status_code == 200
    assert httpx.post(f"{site}/api/generate", content=b"x" * 2_000_000).status_code == 413
    assert httpx.post(f"{site}/api/assets", content=b"x" * 20_900_000).status_code == 200
    assert httpx.post(f"{site}/api/assets", content=b"x" * 23_000_000).status_code == 413


def test_built_files_are_cached_for_good(site: str) -> None:
    assert "immutable" in httpx.get(f"{site}/assets/app-123.js").headers["Cache-Control"]
