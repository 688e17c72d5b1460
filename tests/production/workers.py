"""Workers as real processes."""

import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from adgen_app.domain.brief import Brief
from adgen_app.domain.generation import GenerationId

PROGRAM = Path(__file__).with_name("counting_worker.py")
ROOT = Path(__file__).parents[2]
BRIEF = Brief(prompt="Hand-poured soy candles that make small flats smell like a forest.")


class Workers:
    """Starts workers on the test's database, counts their steps, leaves none behind."""

    def __init__(self, folder: Path) -> None:
        self.counts = folder / "counts"
        self.counts.touch()
        self.running: list[subprocess.Popen[bytes]] = []

    def start(self, program: str = str(PROGRAM), **environment: str) -> "subprocess.Popen[bytes]":
        env = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "COUNTS": str(self.counts),
            "ADGEN_LEASE_SECONDS": "2",
            **environment,
        }
        with self.counts.with_name("worker.log").open("ab") as log:
            worker = subprocess.Popen([sys.executable, *program.split()], env=env, stdout=log, stderr=log, cwd=ROOT)
        self.running.append(worker)
        return worker

    def steps(self, ad: GenerationId) -> Counter[str]:
        lines = [line.split() for line in self.counts.read_text().splitlines()]
        return Counter(step for each, step in lines if each == ad)

    def lines(self) -> list[dict[str, Any]]:
        """What workers in ADGEN_ENV=production said."""
        return [json.loads(line) for line in self.log().splitlines()]

    def log(self) -> str:
        return self.counts.with_name("worker.log").read_text()

    def until(self, holds: Callable[[], bool], seconds: float = 30) -> None:
        """Wait for it, or fail with what the workers said."""
        end = time.monotonic() + seconds
        while not holds():
            if time.monotonic() > end:
                pytest.fail(f"did not happen within {seconds} s; the workers said:\n{self.log()}")
            time.sleep(0.05)
