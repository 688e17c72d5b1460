"""A server on loopback that takes what is sent to it, as collectors do."""

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

import pytest


class Received(NamedTuple):
    path: str
    type: str
    body: bytes


class Collector:
    """Keeps what it got."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.received: list[Received] = []

    def wait(self, number: int = 1) -> list[Received]:
        end = time.monotonic() + 20
        while len(self.received) < number:
            if time.monotonic() > end:
                pytest.fail(f"got {len(self.received)} of {number}")
            time.sleep(0.02)
        return self.received


@contextmanager
def collecting() -> Iterator[Collector]:
    class Taker(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            plain = gzip.decompress(body) if self.headers["Content-Encoding"] == "gzip" else body
            collector.received.append(Received(self.path, self.headers["Content-Type"], plain))
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Taker)
    collector = Collector(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield collector
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
