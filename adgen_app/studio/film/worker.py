"""A worker process, seen by the one that started it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import IO

import adgen_app
from adgen_app.errors import StudioFailed
from adgen_app.studio.film.orders import Craft

_ROOT = Path(adgen_app.__file__).parent.parent
_ALONE = {
    "MALLOC_MMAP_THRESHOLD_": str(16 * 1024**2),
    "MALLOC_TRIM_THRESHOLD_": str(512 * 1024**2),
    "OPENBLAS_NUM_THREADS": "1",
}
"""Have the C library keep a frame's memory for the next frame: new pages cost a tenth of the drawing. Have NumPy start
no threads, which nothing here uses: they cost a fifth of a worker's start."""


class Worker:
    """Talks to one process in lines of JSON."""

    def __init__(self, craft: Craft, words: IO[str]) -> None:
        """Start it; its last words go to `words`. Raises OSError."""
        self.craft = craft
        self._heard = b""
        self._program = subprocess.Popen(  # noqa: S603 - our own interpreter with our own module
            [sys.executable, "-m", f"adgen_app.studio.film.{craft}", str(os.getpid())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=words,
            env=_environment(),
            cwd=_ROOT,
            process_group=0,  # Ctrl-C is for who called the crew, who then ends it
        )

    def fileno(self) -> int:
        """What to wait on for its answers."""
        return _pipe(self._program.stdout).fileno()

    def tell(self, line: str) -> None:
        """Give it a line; if it has ended, `answers` will notice."""
        pipe = _pipe(self._program.stdin)
        try:
            pipe.write(line.encode() + b"\n")
            pipe.flush()
        except BrokenPipeError:
            return

    def answers(self) -> list[dict[str, int]] | None:
        """What it has said by now; None when it has ended."""
        said = os.read(self.fileno(), 65536)
        *lines, self._heard = (self._heard + said).split(b"\n")
        return [json.loads(line) for line in lines] if said else None

    def wait(self) -> int:
        """The exit code of one that ends by itself."""
        return self._program.wait()

    def end(self) -> None:
        """End it, whatever it is doing, and its memory with it."""
        self._program.kill()
        self._program.wait()
        for pipe in (self._program.stdin, self._program.stdout):
            _close(pipe)


def _close(pipe: IO[bytes] | None) -> None:
    try:
        _pipe(pipe).close()
    except BrokenPipeError:
        return  # what was left unsaid to a killed worker


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise StudioFailed("A worker of the studio has no pipes.")
    return pipe


def _environment() -> dict[str, str]:
    """This process's environment, with our package on the path."""
    paths = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**_ALONE, **os.environ, "PYTHONPATH": os.pathsep.join(paths)}
