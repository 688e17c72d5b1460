"""Where workers come from: a program that this process keeps, which is forked into them."""

import atexit
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import adgen_app
from adgen_app.studio.film.orders import Craft

_ROOT = Path(adgen_app.__file__).parent.parent
_ALONE = {
    "MALLOC_MMAP_THRESHOLD_": str(16 * 1024**2),
    "MALLOC_TRIM_THRESHOLD_": str(512 * 1024**2),
    "OPENBLAS_NUM_THREADS": "1",
}
"""Have the C library keep a frame's memory for the next frame: new pages cost a tenth of the drawing. Have NumPy start
no threads, which nothing here uses, and with which a process should not be forked."""
_LONGEST = 64

_lock = threading.Lock()
_kept: dict[int, "_Zygote"] = {}
"""By the number of the process that started it: one that this process inherited is not its own."""


def fork(craft: Craft, streams: Sequence[int]) -> int:
    """The number of a new worker with these for standard input, output and error. Raises OSError."""
    here = os.getpid()
    with _lock:
        if here in _kept:
            worker = _kept[here].fork(craft, streams)
            if worker:
                return worker
            _kept.pop(here).end()
        _kept[here] = _Zygote()
        worker = _kept[here].fork(craft, streams)
    if not worker:
        raise ChildProcessError("the program that they come from has ended")
    return worker


class _Zygote:
    """The program, and the line to it."""

    def __init__(self) -> None:
        self._line, theirs = socket.socketpair()
        with theirs:
            self._program = subprocess.Popen(
                [sys.executable, "-m", "adgen_app.studio.film.zygote"],
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                env=_environment(),
                cwd=_ROOT,
                process_group=0,  # Ctrl-C is for who called the crew, who then ends it
            )

    def fork(self, craft: Craft, streams: Sequence[int]) -> int:
        """The new worker's number; 0 if the program has ended."""
        try:
            socket.send_fds(self._line, [craft.encode()], streams)
            return int(self._line.recv(_LONGEST) or 0)
        except (BrokenPipeError, ConnectionResetError):
            return 0

    def end(self) -> None:
        """It ends when nobody is on the line; so do its workers."""
        self._line.close()
        self._program.wait()


@atexit.register
def _end() -> None:
    if os.getpid() in _kept:
        _kept.pop(os.getpid()).end()


def _environment() -> dict[str, str]:
    """This process's environment, with our package on the path."""
    paths = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**_ALONE, **os.environ, "PYTHONPATH": os.pathsep.join(paths)}
