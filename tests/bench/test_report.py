import json
from io import StringIO

import pytest
from rich.console import Console

from adgen_app.bench.bars import Measure
from adgen_app.bench.machine import Machine
from adgen_app.bench.measure import Sample
from adgen_app.bench.report import Report, report, table

MACHINE = Machine(processor="Abacus 9", cores=4, memory_gb=16, load=0.5, system="Linux 6", python="3.11.9")
MEGABYTE = 1024**2


def sample(factor: float = 1.0, peer: float | None = 0.2) -> Sample:
    return Sample(
        whole=8 * factor,
        cut=7 * factor,
        pictures=6 * factor,
        retitled=1.4 * factor,
        sounds=0,
        one_encoder=5.4 * factor,
        encoder_per_core=6.6 * factor,
        plain_encoder=7.2 * factor,
        short=6 * factor,
        short_memory=1000 * MEGABYTE,
        long=24 * factor,
        long_memory=1100 * MEGABYTE,
        low=10 * factor,
        low_memory=500 * MEGABYTE,
        peer=peer,
    )


def figures(made: Report) -> dict[Measure, float | None]:
    return {line.measure: line.value for line in made.rows}


def test_the_encoder_is_compared_with_at_its_best() -> None:
    found = figures(report(MACHINE, 450, [sample()]))
    assert found[Measure.ENCODER_SHARE] == pytest.approx(5.4 / 6)


def test_figures_are_what_the_samples_say() -> None:
    assert figures(report(MACHINE, 450, [sample()])) == {
        Measure.ENCODER_SHARE: 0.9,
        Measure.PEER: 15.0,
        Measure.WHOLE: 8.0,
        Measure.RETITLED: 20.0,
        Measure.SOUNDS: 0,
        Measure.LONG_TIME: 4.0,
        Measure.LONG_MEMORY: 1.1,
        Measure.MEMORY: 1000,
        Measure.LOW_MEMORY: 500,
    }


def test_one_slow_round_of_three_changes_nothing() -> None:
    calm, disturbed = report(MACHINE, 450, [sample()] * 3), report(MACHINE, 450, [sample(), sample(9.0), sample()])
    assert calm.rows == disturbed.rows


def test_without_the_peer_its_row_is_left_open() -> None:
    made = report(MACHINE, 450, [sample(peer=None)])
    assert figures(made)[Measure.PEER] is None
    assert made.peer_fps is None
    assert "not measured" in printed(made)


def test_the_table_tells_machine_value_bar_verdict() -> None:
    text = printed(report(MACHINE, 450, [sample(2.0)]))
    assert "Abacus 9, 4 cores, 16 GB" in text
    whole = next(line for line in text.splitlines() if Measure.WHOLE in line)
    assert [cell.strip() for cell in whole.split("│")[2:5]] == ["16 s", "<= 9 s", "fail"]


def test_the_json_can_be_read_back() -> None:
    made = report(MACHINE, 450, [sample()])
    assert Report.model_validate(json.loads(made.model_dump_json())) == made


def printed(made: Report) -> str:
    written = StringIO()
    Console(width=140, file=written).print(table(made))
    return written.getvalue()
