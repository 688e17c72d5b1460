"""The machine that a measurement was made on."""

import os
import platform
from pathlib import Path

from adgen_app.domain.value import Value

_CPU = Path("/proc/cpuinfo")
_MODEL = "model name"


class Machine(Value):
    """What figures depend on."""

    processor: str
    cores: int
    memory_gb: float
    load: float
    """Processes that wanted a core in the minute before: a busy machine measures badly."""
    system: str
    python: str


def machine() -> Machine:
    """This one."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return Machine(
        processor=_processor(),
        cores=cores,
        memory_gb=round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3, 1),
        load=round(os.getloadavg()[0], 2),
        system=f"{platform.system()} {platform.release()}",
        python=platform.python_version(),
    )


def _processor() -> str:
    if _CPU.exists():
        for line in _CPU.read_text("utf-8").splitlines():
            name, _, value = line.partition(":")
            if name.strip() == _MODEL:
                return value.strip()
    return platform.processor() or platform.machine()
