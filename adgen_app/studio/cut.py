"""A storyboard cut into a finished ad."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

from adgen_app.domain.formats import FPS, Size
from adgen_app.domain.storyboard import Storyboard
from adgen_app.errors import StudioFailed
from adgen_app.studio import fingerprint
from adgen_app.studio.audio.alignment import timed
from adgen_app.studio.chunks import chunks
from adgen_app.studio.film.crew import Crew
from adgen_app.studio.film.join import join
from adgen_app.studio.film.orders import Craft, Job
from adgen_app.studio.media import require

_MEMORY = Path("/proc/meminfo")
_ROOMY = 2 * 1024**3
"""Bytes of free memory below which one process works alone."""


class Stage(StrEnum):
    """What the studio is doing."""

    FOOTAGE = "footage"
    STITCHING = "stitching"
    AUDIO = "audio"


@dataclass(frozen=True, slots=True)
class Cut:
    """A finished ad."""

    path: Path
    frames: int
    size: Size
    seconds: float


OnProgress = Callable[[Stage, float], None]


def cut(
    storyboard: Storyboard,
    target: Path,
    *,
    workspace: Path,
    media: Path | None = None,
    processes: int | None = None,
    on_progress: OnProgress | None = None,
) -> Cut:
    """Draw, encode, score, join. `workspace` keeps the parts, so that a second cut makes only what changed.

    `media` is the folder with the files that the storyboard names. `target` appears when it is complete, never before.
    An exception from `on_progress` stops the work. Raises StudioFailed.
    """
    require(storyboard, media)
    storyboard = timed(storyboard, media)
    tell = on_progress or _silent
    workspace.mkdir(parents=True, exist_ok=True)
    pictures = _pictures(storyboard, workspace, media)
    sound = workspace / f"{fingerprint.sound(storyboard)}.m4a"
    tell(Stage.FOOTAGE, 0.0)
    parts = [Job(Craft.SOUND, str(sound), media=_folder(media)), *pictures]
    _make(storyboard, parts, processes, lambda share: tell(Stage.FOOTAGE, share))
    tell(Stage.STITCHING, 0.0)
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f".{uuid4().hex}.part")
    try:
        join([Path(job.target) for job in pictures], sound, unfinished)
        tell(Stage.STITCHING, 1.0)
        tell(Stage.AUDIO, 0.0)
        unfinished.replace(target)
        tell(Stage.AUDIO, 1.0)
    finally:
        unfinished.unlink(missing_ok=True)
    return Cut(target, storyboard.frames, storyboard.aspect_ratio.size, storyboard.frames / FPS)


def _pictures(storyboard: Storyboard, workspace: Path, media: Path | None) -> list[Job]:
    named = [(workspace / f"{fingerprint.chunk(storyboard, *chunk)}.mp4", chunk) for chunk in chunks(storyboard)]
    return [Job(Craft.PICTURES, str(target), *chunk, _folder(media)) for target, chunk in named]


def _folder(media: Path | None) -> str | None:
    """As a job carries it; workers have a working folder of their own."""
    return str(media.absolute()) if media else None


def _make(storyboard: Storyboard, parts: list[Job], processes: int | None, on_share: Callable[[float], None]) -> None:
    """Make the parts that are not in the workspace yet."""
    missing = [job for job in parts if not Path(job.target).exists()]
    if not missing:
        on_share(1.0)
        return
    frames, drawn = max(1, sum(job.frames for job in missing)), 0

    def on_drawn(more: int) -> None:
        nonlocal drawn
        drawn += more
        on_share(drawn / frames)

    for shift in _shifts(missing, processes or _workers()):
        with Crew(storyboard, shift.workers) as crew:
            crew.work(shift.jobs, on_drawn)
    if any(not Path(job.target).exists() for job in parts):
        raise StudioFailed("Parts of the ad are missing from the workspace.")


class _Shift(NamedTuple):
    """Jobs that are done at the same time."""

    jobs: list[Job]
    workers: dict[Craft, int]


def _shifts(jobs: list[Job], processes: int) -> list[_Shift]:
    """The sound beside the pictures; before them where one process has to do, so that memory holds one at a time."""
    sound = [job for job in jobs if job.craft is Craft.SOUND]
    pictures = [job for job in jobs if job.craft is Craft.PICTURES]
    if processes == 1:
        return [_Shift(part, {part[0].craft: 1}) for part in (sound, pictures) if part]
    return [_Shift(jobs, {Craft.SOUND: len(sound), Craft.PICTURES: min(len(pictures), processes)})]


def _workers() -> int:
    """As many as there are cores; one when memory is short."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return cores if _free() >= _ROOMY else 1


def _free() -> int:
    """Bytes of memory that processes may still take; plenty where the system does not say."""
    if not _MEMORY.exists():
        return _ROOMY
    lines = (line.split() for line in _MEMORY.read_text("ascii").splitlines())
    return next(int(line[1]) * 1024 for line in lines if line[0] == "MemAvailable:")


def _silent(stage: Stage, share: float) -> None:
    """Nobody listens."""
