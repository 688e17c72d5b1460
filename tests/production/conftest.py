"""Workers as real processes; an engine in this process, with a studio that takes no time."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest

from adgen_app.production.engine import Engine
from adgen_app.production.steps import beside, check, cut
from adgen_app.studio.cut import OnProgress, Stage
from tests.production.workers import Workers


@pytest.fixture
def workers(database: str, tmp_path: Path) -> Iterator[Workers]:
    del database
    made = Workers(tmp_path)
    yield made
    for worker in made.running:
        worker.kill()
        worker.wait()


class QuickStudio:
    """Films without pictures; each takes until `gate` is open."""

    def __init__(self) -> None:
        self.gate = Event()
        self.gate.set()
        self.begun: list[str] = []
        self.error: Exception | None = None

    def cut(
        self,
        _storyboard: object,
        target: Path,
        *,
        workspace: Path,
        media: Path | None,
        on_progress: OnProgress,
        processes: int | None,
    ) -> None:
        del media, processes
        self.begun.append(target.parent.name)
        workspace.mkdir(parents=True, exist_ok=True)
        (workspace / "part").touch()
        if self.error:
            raise self.error
        on_progress(Stage.FOOTAGE, 0.5)
        while not self.gate.wait(0.02):
            on_progress(Stage.FOOTAGE, 0.5)
        target.write_bytes(b"film")


@pytest.fixture
def studio(monkeypatch: pytest.MonkeyPatch) -> QuickStudio:
    made = QuickStudio()
    monkeypatch.setattr(cut, "cut_film", made.cut)
    monkeypatch.setattr(cut, "thumbnail", lambda _storyboard, target, _media: target.write_bytes(b"picture"))
    monkeypatch.setattr(beside, "preview", lambda _storyboard, _film, target: target.write_bytes(b"moving picture"))
    monkeypatch.setattr(check, "check", lambda _ad, _storyboard: None)
    return made


@pytest.fixture
def engine(database: str, studio: QuickStudio) -> Iterator[Engine]:
    """Running, in this process, on the test's database."""
    del database
    made = Engine()
    made.start()
    yield made
    studio.gate.set()
    made.stop()


@pytest.fixture
def until() -> Callable[[Callable[[], bool]], None]:
    """Wait for it, or fail."""

    def wait(holds: Callable[[], bool]) -> None:
        end = time.monotonic() + 20
        while not holds():
            assert time.monotonic() < end, "did not happen within 20 s"
            time.sleep(0.02)

    return wait
