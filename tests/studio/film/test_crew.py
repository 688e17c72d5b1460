from pathlib import Path

import pytest

from adgen_app.errors import StudioFailed
from adgen_app.studio.film.crew import Crew
from adgen_app.studio.film.orders import Craft, Job
from tests.studio.boards import FITNESS


def silent(frames: int) -> None:
    """Nobody listens."""


def test_what_a_failing_worker_said_last_is_passed_on(tmp_path: Path) -> None:
    """Its target can't be written: the folder is not there."""
    with Crew(FITNESS, {Craft.SOUND: 1}) as crew, pytest.raises(StudioFailed, match="No such file or directory"):
        crew.work([Job(Craft.SOUND, str(tmp_path / "nowhere" / "sound.m4a"))], silent)


def test_a_crew_without_work_goes_home() -> None:
    with Crew(FITNESS, {Craft.PICTURES: 1}) as crew:
        crew.work([], silent)
