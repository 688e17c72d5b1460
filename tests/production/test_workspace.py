import os
import time
from pathlib import Path

from adgen_app.domain.generation import GenerationId
from adgen_app.production import workspace

OLD, NEW = GenerationId("old"), GenerationId("new")


def test_leftovers_of_a_day_ago_are_removed(sqlite_database: str, tmp_path: Path) -> None:
    for ad, hours in ((OLD, 25), (NEW, 23)):
        folder = workspace.of(ad)
        (folder / "parts").mkdir(parents=True)
        (folder / "parts" / "1.mp4").touch()
        moment = time.time() - hours * 3600
        os.utime(folder, (moment, moment))
    workspace.sweep()
    assert [folder.name for folder in (tmp_path / "work").iterdir()] == [NEW]


def test_nothing_to_remove_is_fine(sqlite_database: str) -> None:
    workspace.sweep()
    workspace.remove(NEW)
