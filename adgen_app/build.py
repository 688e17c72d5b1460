"""Builds the pages when what they are made from has changed."""

import fcntl
import hashlib
import os
import subprocess
import sys
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from pathlib import Path

from adgen_app.config import ROOT
from adgen_app.errors import Unavailable

_STAMP = ROOT / ".web" / "build" / "adgen"
_SOURCES = ("adgen_app/**/*.py", "assets/**/*", "rxconfig.py", "requirements.lock")
_PACKAGES = ("reflex.lock/*",)
_TOLD = 20
"""Lines of a failed build that are shown."""
_NO_NETWORK = ("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT")


def build_if_changed() -> None:
    """Build unless the last build was made from what is here now. Raises Unavailable if that fails."""
    with _alone():
        if is_built():
            return
        print("Building the pages; the first time this takes about a minute.", flush=True)  # noqa: T201
        sources = _digest(_SOURCES)
        _build()
        # Building adds what is missing to reflex.lock and removes the folder of the stamp when it starts.
        _STAMP.write_text(f"{sources} {_digest(_PACKAGES)}", encoding="ascii")


def is_built() -> bool:
    """Whether the last build was made from what is here now."""
    return _STAMP.exists() and _STAMP.read_text(encoding="ascii") == f"{_digest(_SOURCES)} {_digest(_PACKAGES)}"


@contextmanager
def _alone() -> Generator[None]:
    """Let one process at a time build."""
    with Path(ROOT, "rxconfig.py").open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _digest(patterns: Iterable[str]) -> str:
    digest = hashlib.sha256(os.environ.get("REFLEX_API_URL", "").encode())
    for path in sorted(path for pattern in patterns for path in ROOT.glob(pattern) if path.is_file()):
        digest.update(f"{path.relative_to(ROOT)} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def _build() -> None:
    command = [sys.executable, "-m", "reflex", "export", "--frontend-only", "--no-zip"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)  # noqa: S603  # our own interpreter
    if done.returncode == 0:
        return
    said = done.stdout + done.stderr
    if any(code in said for code in _NO_NETWORK):
        raise Unavailable("The npm registry can't be reached; check the network (or npm's settings), then try again.")
    lines = said.strip().splitlines()
    wrong = [line for line in lines if "error" in line.lower()] or lines
    raise Unavailable("\n".join(("The pages could not be built. Reflex says:", *wrong[-_TOLD:])))
