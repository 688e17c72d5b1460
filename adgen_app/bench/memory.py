"""Memory of this process with all that it started."""

import threading
from pathlib import Path
from typing import Self

_PROC = Path("/proc")
_EVERY = 0.1
"""Seconds between two looks."""


class Peak:
    """The most memory that was in use inside the `with` block.

    Proportional set size (PSS) where the kernel tells it: what processes share is counted once.
    """

    def __init__(self) -> None:
        """Nothing seen yet."""
        self.bytes = 0
        self._over = threading.Event()
        self._watcher = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        self._watcher.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._watcher.join()

    def _watch(self) -> None:
        while not self._over.wait(_EVERY):
            self.bytes = max(self.bytes, in_use())


def in_use() -> int:
    """Bytes, at this moment."""
    return sum(_pss(process) for process in _family(_PROC / "self"))


def _family(process: Path) -> list[Path]:
    """A process, its children, theirs; whoever ends meanwhile is left out."""
    found = [process]
    try:
        lists = [(thread / "children").read_text("ascii") for thread in (process / "task").iterdir()]
    except OSError:
        return found
    for number in " ".join(lists).split():
        found += _family(_PROC / number)
    return found


def _pss(process: Path) -> int:
    try:
        lines = (process / "smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
