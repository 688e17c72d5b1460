"""Processes that others started, as Linux tells of them."""

import time
from collections.abc import Collection
from pathlib import Path

HEARING = ("/usr/bin/env", "--default-signal")
"""Before a command: it hears the signals that a shell's background jobs, and what `nohup` runs, do not hear."""
_PROC = Path("/proc")


def alive(pid: int) -> bool:
    """Whether it runs: one that has ended and is not waited for yet does not."""
    return _read(pid, "stat").rpartition(")")[2].split()[:1] not in ([], ["Z"])


def gone(pids: Collection[int], seconds: float = 5) -> bool:
    """Whether all of them end in time."""
    until = time.monotonic() + seconds
    while any(map(alive, pids)) and time.monotonic() < until:
        time.sleep(0.02)
    return not any(map(alive, pids))


def at_work(pid: int) -> set[int]:
    """The studio's workers for a process: what the program that they come from was forked into."""
    programs = [child for child in _children(pid) if "zygote" in _read(child, "cmdline")]
    return {worker for program in programs for worker in _children(program) if alive(worker)}


def _children(pid: int) -> set[int]:
    tasks = (_PROC / str(pid) / "task").glob("*")
    return {int(child) for task in tasks for child in _read(pid, f"task/{task.name}/children").split()}


def _read(pid: int, name: str) -> str:
    """Empty for one that has ended."""
    try:
        return (_PROC / str(pid) / name).read_text("utf-8", "replace")
    except (FileNotFoundError, ProcessLookupError):
        return ""
