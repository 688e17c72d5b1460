"""Worker processes and the jobs that are handed to them."""

import json
import os
import selectors
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Self

import adgen_app
from adgen_app.domain.storyboard import Storyboard
from adgen_app.errors import StudioFailed

_ROOT = Path(adgen_app.__file__).parent.parent
_TAIL = 400
"""Characters of a failed worker's last words that are kept."""


@dataclass(frozen=True, slots=True)
class Job:
    """One chunk to draw, or the sound to compose."""

    kind: str
    target: str
    first: int = 0
    last: int = 0


class Crew:
    """Workers that draw one storyboard; leaving the `with` block ends them, whatever they are doing."""

    def __init__(self, storyboard: Storyboard, workers: int) -> None:
        """Start `workers` processes."""
        self._words = tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace")  # noqa: SIM115 - closed by __exit__
        command = [sys.executable, "-m", "adgen_app.studio.film.worker", str(os.getpid())]
        self._workers: list[subprocess.Popen[bytes]] = []
        try:
            for _ in range(workers):
                worker = subprocess.Popen(  # noqa: S603 - our own interpreter with our own module
                    command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=self._words,
                    env=_environment(),
                    cwd=_ROOT,
                    process_group=0,  # Ctrl-C is for who called the crew, who then ends it
                )
                self._workers.append(worker)
                _tell(worker, storyboard.model_dump_json())
        except OSError as error:
            self.__exit__()
            raise StudioFailed(f"The studio's worker processes could not be started: {error}") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.kill()
        for worker in self._workers:
            worker.wait()
            for pipe in (worker.stdin, worker.stdout):
                _close(pipe)
        self._words.close()

    def work(self, jobs: Sequence[Job], on_drawn: Callable[[int], None]) -> None:
        """Do all jobs, in order of their start; `on_drawn` hears of every few frames. Raises StudioFailed."""
        waiting = list(enumerate(jobs))[::-1]
        unfinished = len(jobs)
        with selectors.DefaultSelector() as selector:
            for worker in self._workers:
                selector.register(_pipe(worker.stdout), selectors.EVENT_READ, (worker, bytearray()))
                _give(worker, waiting)
            while unfinished:
                for key, _ in selector.select():
                    worker, heard = key.data
                    heard += os.read(key.fd, 65536) or self._lost(worker)
                    *lines, rest = bytes(heard).split(b"\n")
                    heard[:] = rest
                    for line in lines:
                        answer = json.loads(line)
                        if "drawn" in answer:
                            on_drawn(answer["drawn"])
                            continue
                        unfinished -= 1
                        _give(worker, waiting)

    def _lost(self, worker: subprocess.Popen[bytes]) -> bytes:
        """A worker ended before its work did: say why."""
        code = worker.wait()
        self._words.seek(0)
        last = self._words.read().strip().splitlines()[-1:] or [f"exit code {code}"]
        raise StudioFailed(f"A worker of the studio ended early ({last[0][-_TAIL:]}).")


def _give(worker: subprocess.Popen[bytes], waiting: list[tuple[int, Job]]) -> None:
    if waiting:
        number, job = waiting.pop()
        _tell(worker, json.dumps({"number": number, **asdict(job)}))


def _tell(worker: subprocess.Popen[bytes], line: str) -> None:
    pipe = _pipe(worker.stdin)
    try:
        pipe.write(line.encode() + b"\n")
        pipe.flush()
    except BrokenPipeError:
        return  # its output ends as well, which `work` notices and explains


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
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
