"""What a production process is called, and whether one of this machine is still there."""

import os
from pathlib import Path
from uuid import uuid4

_BOOT = Path("/proc/sys/kernel/random/boot_id")
_NAMESPACE = Path("/proc/self/ns/pid")


def place() -> str:
    """Where process ids mean the same: this boot of this kernel, this container. Unique where nobody can tell."""
    if not _BOOT.exists():
        return uuid4().hex[:8]
    return f"{_BOOT.read_text('ascii')[:13]}.{_NAMESPACE.stat().st_ino}"


def new(here: str) -> str:
    """A name that nobody has had: with a shared one, each process would redo the others' work."""
    return f"{here}/{os.getpid()}/{uuid4().hex[:8]}"


def is_gone(other: str, here: str) -> bool:
    """Whether another one ran here and its process has ended. False also where that can't be told."""
    where, pid, _ = other.rsplit("/", 2)
    if where != here:
        return False
    return int(pid) == os.getpid() or not _exists(int(pid))


def _exists(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
