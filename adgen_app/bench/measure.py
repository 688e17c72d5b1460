"""One round of all measurements, one after another."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory

from adgen_app import checks
from adgen_app.bench import peer, subject
from adgen_app.bench.memory import Peak
from adgen_app.domain.formats import Duration
from adgen_app.domain.storyboard import Storyboard
from adgen_app.domain.value import Value
from adgen_app.errors import StudioFailed
from adgen_app.planning.writer import plan
from adgen_app.studio.cut import cut
from adgen_app.studio.film import limit
from adgen_app.studio.film.encode import PLAIN
from adgen_app.studio.probe import probe
from adgen_app.studio.thumbnail import thumbnail

Tell = Callable[[str], None]


class Sample(Value):
    """What one round found: seconds, bytes."""

    whole: float
    cut: float
    pictures: float
    """The cut without its sound."""
    retitled: float
    sounds: int
    one_encoder: float
    encoder_per_core: float
    plain_encoder: float
    """One encoder, its preset as it comes."""
    short: float
    short_memory: int
    long: float
    long_memory: int
    low: float
    low_memory: int
    peer: float | None
    """Seconds a frame."""


@dataclass(frozen=True, slots=True)
class Watched:
    """A cut that was watched."""

    seconds: float
    memory: int


def one_round(ready: Path, folder: Path, tell: Tell) -> Sample:
    """Measure everything once. `ready` holds the short ad's frames. Raises StudioFailed."""
    board, planned = subject.storyboard(), plan(subject.brief())
    size = board.aspect_ratio.size
    tell("x264 alone")
    one, per_core = limit.one_encoder(ready, size, folder), limit.encoder_per_core(ready, size, folder)
    plain = limit.one_encoder(ready, size, folder, PLAIN)
    tell("brief to finished file")
    parts = folder / "parts"
    whole = _whole(folder)
    tell("a full cut")
    cutting = _timed(lambda: _cut(board, folder, parts))
    tell("pictures alone")
    pictures = _pictures(board, folder, parts)
    tell("one headline changed")
    retitled = _timed(lambda: _cut(subject.retitled(board), folder, parts))
    tell("a second ratio")
    heard = _sounds(parts)
    _cut(subject.reshaped(board), folder, parts)
    sounds = len(_sounds(parts) - heard)
    tell("15 s, watching memory")
    short = _watched(planned, folder)
    tell("15 s in low-memory mode")
    low = _watched(planned, folder, processes=1)
    tell("60 s, watching memory")
    long = _watched(plan(subject.brief(Duration.LONG)), folder)
    tell("MoviePy")
    return Sample(
        whole=whole,
        cut=cutting,
        pictures=pictures,
        retitled=retitled,
        sounds=sounds,
        one_encoder=one,
        encoder_per_core=per_core,
        plain_encoder=plain,
        short=short.seconds,
        short_memory=short.memory,
        long=long.seconds,
        long_memory=long.memory,
        low=low.seconds,
        low_memory=low.memory,
        peer=peer.seconds_per_frame(board, folder),
    )


def _whole(folder: Path) -> float:
    """Seconds from brief to checked file with thumbnail."""
    started = time.monotonic()
    board = plan(subject.brief())
    _cut(board, folder, folder / "first")
    thumbnail(board, folder / "thumbnail.jpg")
    report = checks.run(board, probe(folder / "ad.mp4"))
    if not report.passed:
        raise StudioFailed(f"The ad did not pass its checks: {report.errors[0].message}")
    return time.monotonic() - started


def _pictures(board: Storyboard, folder: Path, parts: Path) -> float:
    """Seconds of a cut from nothing but the sound, which x264 alone does not make either."""
    with TemporaryDirectory(dir=folder) as fresh:
        for sound in parts.glob("*.m4a"):
            copy(sound, fresh)
        return _timed(lambda: _cut(board, folder, Path(fresh)))


def _watched(board: Storyboard, folder: Path, processes: int | None = None) -> Watched:
    with TemporaryDirectory(dir=folder) as parts, Peak() as peak:
        seconds = _timed(lambda: _cut(board, folder, Path(parts), processes))
    return Watched(seconds, peak.bytes)


def _cut(board: Storyboard, folder: Path, parts: Path, processes: int | None = None) -> None:
    cut(board, folder / "ad.mp4", workspace=parts, processes=processes)


def _sounds(parts: Path) -> set[tuple[str, int]]:
    return {(file.name, file.stat().st_mtime_ns) for file in parts.glob("*.m4a")}


def _timed(work: Callable[[], object]) -> float:
    started = time.monotonic()
    work()
    return time.monotonic() - started
