import os
import signal
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from adgen_app.errors import StudioFailed
from adgen_app.studio.film import nursery, zygote
from adgen_app.studio.film.crew import Crew
from adgen_app.studio.film.orders import Craft, Job
from tests.studio.boards import FITNESS


def silent(frames: int) -> None:
    """Nobody listens."""


def a_frame(folder: Path) -> Path:
    target = folder / "frame.mp4"
    with Crew(FITNESS, {Craft.PICTURES: 1}) as crew:
        crew.work([Job(Craft.PICTURES, str(target), 0, 1)], silent)
    return target


def program() -> int:
    return nursery._kept[os.getpid()]._program.pid


@pytest.fixture
def empty() -> Iterator[None]:
    nursery._end()
    yield
    nursery._end()


def test_the_next_crew_comes_from_the_same_program(tmp_path: Path, empty: None) -> None:
    assert a_frame(tmp_path).exists()
    first = program()
    a_frame(tmp_path)
    assert program() == first


def test_a_program_that_was_killed_is_started_again(tmp_path: Path, empty: None) -> None:
    a_frame(tmp_path).unlink()
    os.kill(program(), signal.SIGKILL)
    assert a_frame(tmp_path).exists()


def test_a_program_that_does_not_start_is_told(tmp_path: Path, empty: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(StudioFailed, match="could not be started"):
        a_frame(tmp_path)


def test_it_ends_when_nobody_asks_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zygote, "_IDLE_SECONDS", 0.01)
    ours, its = socket.socketpair()
    with ours, its:
        zygote.serve(its)


def test_it_ends_when_nobody_is_left_to_ask() -> None:
    ours, its = socket.socketpair()
    with its:
        ours.close()
        zygote.serve(its)
