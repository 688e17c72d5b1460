"""Cuts an ad while a bar shows how far it is."""

import sys
import tempfile
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, NamedTuple

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from adgen_app.config import settings
from adgen_app.domain.storyboard import Storyboard
from adgen_app.errors import InvalidInput
from adgen_app.studio.cut import Stage, cut

Output = Annotated[Path, typer.Option("--output", "-o", help="Where to put the ad.", show_default=True)]
DEFAULT_OUTPUT = Path("ad.mp4")


class Step(NamedTuple):
    """What a stage of the studio is called, and which part of the bar is its own, in percent."""

    label: str
    start: float
    end: float


_STEPS = {
    Stage.FOOTAGE: Step("Drawing", 0, 94),
    Stage.STITCHING: Step("Joining", 94, 97),
    Stage.AUDIO: Step("Checking the sound", 97, 100),
}


def film(storyboard: Storyboard, target: Path, media: Path | None = None) -> float:
    """Cut a storyboard, whose files are in `media`; the seconds that it took.

    Raises InvalidInput for a target that can't be, StudioFailed.
    """
    refuse(target)
    started = time.monotonic()
    with writing(target), progress_bar() as bar, tempfile.TemporaryDirectory(prefix="adgen-") as workspace:
        task = bar.add_task("Preparing", total=100)

        def show(stage: Stage, share: float) -> None:
            step = _STEPS[stage]
            bar.update(task, description=step.label, completed=step.start + share * (step.end - step.start))

        cut(
            storyboard,
            target,
            workspace=Path(workspace),
            media=media,
            processes=settings().studio_processes or None,
            on_progress=show,
        )
    return time.monotonic() - started


def progress_bar() -> Progress:
    """A bar on standard error, gone when it is full; none where nobody watches."""
    columns = TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:3.0f} %"), TimeElapsedColumn()
    return Progress(*columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty())


def refuse(target: Path) -> None:
    """Before any work is done: raises InvalidInput for a name that no ad can have, a place that can't be written."""
    with writing(target):
        if target.is_dir():
            raise InvalidInput(f"{target} is a folder; name a file.")
        if target.suffix.lower() != ".mp4":
            raise InvalidInput(
                f"The ad is an MP4 file: let its name end in .mp4, for example {target.with_suffix('.mp4')}."
            )
        target.parent.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=target.parent).close()


@contextmanager
def writing(target: Path) -> Generator[None]:
    """What the system has against a file, in a sentence. Raises InvalidInput."""
    try:
        yield
    except OSError as error:
        raise InvalidInput(f"{target} can't be written: {error.strerror or error}.") from error
