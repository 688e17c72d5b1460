"""`./adgen bench`: how fast the studio is on this machine."""

import tempfile
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.status import Status

from adgen_app.bench import peer, subject
from adgen_app.bench.machine import machine
from adgen_app.bench.measure import Sample, one_round
from adgen_app.bench.report import report, table
from adgen_app.studio.film import limit


def bench(
    runs: Annotated[int, typer.Option(min=1, help="Rounds; the report holds their medians.")] = 3,
    quick: Annotated[bool, typer.Option("--quick", help="One round.")] = False,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A JSON file with all figures.")] = None,
) -> None:
    """Measure the studio against its bars, x264 alone, MoviePy. Takes minutes, and all cores."""
    console, before = Console(), machine()
    board, rounds = subject.storyboard(), 1 if quick else runs
    with (
        tempfile.TemporaryDirectory(prefix="adgen-bench-") as scratch,
        console.status("Drawing all frames, for the encoder alone") as status,
    ):
        ready = Path(scratch) / "frames.yuv"
        limit.draw_all(board, ready)
        samples = [_round(f"Round {number} of {rounds}", ready, status) for number in range(1, rounds + 1)]
    made = report(before, board.frames, samples)
    console.print(table(made))
    if made.peer_fps is None:
        console.print(peer.HOW_TO, highlight=False)
    if output:
        output.write_text(made.model_dump_json(indent=2) + "\n", "utf-8")


def _round(name: str, ready: Path, status: Status) -> Sample:
    with tempfile.TemporaryDirectory(dir=ready.parent) as folder:
        return one_round(ready, Path(folder), lambda what: status.update(f"{name}: {what}"))
