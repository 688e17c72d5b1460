"""Serves pages, events and /api on one port, as users get them."""

import multiprocessing
import os
import signal
import socket
import sys
import threading
import time
from contextlib import suppress
from http.client import HTTPConnection, HTTPException
from importlib import import_module
from typing import Any

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server
from reflex.constants import Env
from reflex.environment import environment
from reflex.istate.manager import reset_disk_state_manager
from starlette.types import ASGIApp

from adgen_app import storage
from adgen_app.build import build_if_changed
from adgen_app.config import ROOT, settings
from adgen_app.db.engine import required
from adgen_app.errors import Unavailable
from adgen_app.log import configure
from adgen_app.services import jobs, limits

STOP_SECONDS = 20
_ANY_ADDRESS = {"0.0.0.0": "127.0.0.1", "": "127.0.0.1", "::": "::1"}  # noqa: S104  # a table of them, nothing binds
_LOGS_LIKE_OURS: dict[str, Any] = {"handlers": {}, "loggers": {"_granian": {"propagate": True}}}


def serve(host: str, port: int) -> None:
    """Bring database and pages up to date, then serve until stopped. Raises Unavailable if that can't be."""
    _refuse_taken(host, port)
    configure(settings())
    _settle()
    build_if_changed()
    environment.REFLEX_ENV_MODE.set(Env.PROD)
    environment.REFLEX_SKIP_COMPILE.set(True)
    environment.REFLEX_MOUNT_FRONTEND_COMPILED_APP.set(True)
    reset_disk_state_manager()
    multiprocessing.set_start_method("spawn", force=True)  # forking would copy threads' locks without the threads
    server = Server(
        f"{__name__}:application",
        address=host,
        port=port,
        interface=Interfaces.ASGI,
        factory=True,
        log_level=LogLevels.warning,
        log_dictconfig=_LOGS_LIKE_OURS,
        workers_kill_timeout=STOP_SECONDS,
        respawn_failed_workers=True,
    )
    server.on_startup(lambda: threading.Thread(target=_announce, args=(host, port), daemon=True).start())
    server.serve()


def application() -> ASGIApp:
    """The web app, in the process that answers requests; it ends when the process that started it is gone."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    return import_module("adgen_app.adgen_app").app()


def develop(host: str, port: int | None) -> None:
    """Become `reflex run`: hot reload, pages and backend on two ports. Raises Unavailable if that can't be."""
    _settle()
    ports = [] if port is None else ["--frontend-port", str(port), "--backend-port", str(port + 1)]
    command = [sys.executable, "-m", "reflex", "run", "--backend-host", host, *ports]
    os.execv(sys.executable, command)  # noqa: S606  # our own interpreter, no shell


def _end_with_parent() -> None:
    """Give the port free even if the parent was killed and could tell nobody."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(STOP_SECONDS)
        os.kill(os.getpid(), signal.SIGKILL)


def _settle() -> None:
    """Before Reflex starts: its files in the current folder, its states in our data folder; all that it needs there."""
    os.chdir(ROOT)
    states = settings().data_dir / "states"
    try:
        states.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unavailable(f"{states} can't be made: {error.strerror}. Set ADGEN_DATA_DIR.") from error
    environment.REFLEX_STATES_WORKDIR.set(states)
    with required():
        jobs.prepare()
    storage.check()
    limits.check()


def _refuse_taken(host: str, port: int) -> None:
    try:
        with socket.create_server((host, port), family=_family(host)):
            pass
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno and error.errno > 0 else error.strerror
        raise Unavailable(
            f"AdGen can't listen on port {port} of {host}: {reason}. "
            f"Stop what uses that port, or choose another one: ./adgen serve --port {port + 1}"
        ) from error


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET


def _announce(host: str, port: int) -> None:
    """Say so when the first request is answered."""
    near = _ANY_ADDRESS.get(host, host)
    while not _answers(near, port):
        time.sleep(0.1)
    print(f"AdGen is ready at http://{f'[{near}]' if ':' in near else near}:{port}", flush=True)  # noqa: T201


def _answers(host: str, port: int) -> bool:
    connection = HTTPConnection(host, port, timeout=5)
    with suppress(OSError, HTTPException):
        connection.request("GET", "/ping")
        return connection.getresponse().status < 500  # noqa: PLR2004
    return False
