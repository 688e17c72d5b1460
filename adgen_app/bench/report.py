"""Samples made into a report."""

from collections.abc import Callable, Sequence
from statistics import median

from rich.table import Table

from adgen_app.bench.bars import Measure, Row, row
from adgen_app.bench.machine import Machine
from adgen_app.bench.measure import Sample
from adgen_app.domain.value import Value

_MEGABYTE = 1024**2


class Report(Value):
    """What `--output` writes."""

    machine: Machine
    frames: int
    rows: tuple[Row, ...]
    cut_fps: float
    one_encoder_fps: float
    encoder_per_core_fps: float
    plain_encoder_fps: float
    low_memory_fps: float
    peer_fps: float | None
    samples: tuple[Sample, ...]


def report(machine: Machine, frames: int, samples: Sequence[Sample]) -> Report:
    """Medians over the rounds; the encoder's better way is the one to compare with."""
    encoder = min(_median(samples, lambda one: one.one_encoder), _median(samples, lambda one: one.encoder_per_core))
    pictures = _median(samples, lambda one: one.pictures)
    peers = [one.peer for one in samples if one.peer is not None]
    figures: dict[Measure, float | None] = {
        Measure.ENCODER_SHARE: encoder / pictures,
        Measure.PEER: median(peers) * frames / pictures if peers else None,
        Measure.WHOLE: _median(samples, lambda one: one.whole),
        Measure.RETITLED: 100 * _median(samples, lambda one: one.retitled / one.cut),
        Measure.SOUNDS: _median(samples, lambda one: one.sounds),
        Measure.LONG_TIME: _median(samples, lambda one: one.long / one.short),
        Measure.LONG_MEMORY: _median(samples, lambda one: one.long_memory / one.short_memory),
        Measure.MEMORY: _median(samples, lambda one: one.short_memory) / _MEGABYTE,
        Measure.LOW_MEMORY: _median(samples, lambda one: one.low_memory) / _MEGABYTE,
    }
    return Report(
        machine=machine,
        frames=frames,
        rows=tuple(row(measure, value) for measure, value in figures.items()),
        cut_fps=round(frames / pictures, 1),
        one_encoder_fps=round(frames / _median(samples, lambda one: one.one_encoder), 1),
        encoder_per_core_fps=round(frames / _median(samples, lambda one: one.encoder_per_core), 1),
        plain_encoder_fps=round(frames / _median(samples, lambda one: one.plain_encoder), 1),
        low_memory_fps=round(frames / _median(samples, lambda one: one.low), 1),
        peer_fps=round(1 / median(peers), 1) if peers else None,
        samples=tuple(samples),
    )


def table(made: Report) -> Table:
    """The report for people to read."""
    on, runs = made.machine, len(made.samples)
    drawn = Table(
        title=f"{on.processor}, {on.cores} cores, {on.memory_gb:g} GB, load {on.load:g} before; runs: {runs}",
        caption=f"frames per second: cut {made.cut_fps:g} ({made.low_memory_fps:g} in low-memory mode), "
        f"x264 alone {made.one_encoder_fps:g} as one encoder and {made.encoder_per_core_fps:g} as one per core, "
        f"{made.plain_encoder_fps:g} with its preset as it comes, "
        f"MoviePy {made.peer_fps if made.peer_fps is not None else '-'}",
    )
    for name in ("measure", "value", "must reach", ""):
        drawn.add_column(name, justify="left" if name == "measure" else "right")
    for line in made.rows:
        sign = ">=" if line.at_least else "<="
        value = "-" if line.value is None else f"{line.value:g} {line.unit}".strip()
        drawn.add_row(line.measure, value, f"{sign} {line.limit:g} {line.unit}".strip(), _verdict(line))
    return drawn


def _verdict(line: Row) -> str:
    if line.passed is None:
        return "not measured"
    return "[green]pass[/]" if line.passed else "[red]fail[/]"


def _median(samples: Sequence[Sample], figure: Callable[[Sample], float]) -> float:
    return median(figure(one) for one in samples)
