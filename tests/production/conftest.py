"""Workers as real processes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.production.workers import Workers


@pytest.fixture
def workers(database: str, tmp_path: Path) -> Iterator[Workers]:
    del database
    made = Workers(tmp_path)
    yield made
    for worker in made.running:
        worker.kill()
        worker.wait()
