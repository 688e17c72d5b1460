"""Folders that live while an ad is made."""

import shutil
import time
from contextlib import suppress
from pathlib import Path

from adgen_app.config import settings
from adgen_app.domain.generation import GenerationId

LEFT_OVER_SECONDS = 24 * 3600


def of(generation_id: GenerationId) -> Path:
    """The folder of this ad; it outlives a crash, so that finished parts are not made again."""
    return settings().workspace / generation_id


def remove(generation_id: GenerationId) -> None:
    """The ad has ended: nothing of it is needed any more."""
    shutil.rmtree(of(generation_id), ignore_errors=True)


def sweep() -> None:
    """Remove folders that nobody has touched for a day."""
    too_old = time.time() - LEFT_OVER_SECONDS
    for folder in settings().workspace.glob("*"):
        with suppress(FileNotFoundError):  # another process's sweep was quicker
            if folder.stat().st_mtime < too_old:
                shutil.rmtree(folder, ignore_errors=True)
