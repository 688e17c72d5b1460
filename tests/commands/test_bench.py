import json
from pathlib import Path

import pytest

from adgen_app.commands import bench as command
from adgen_app.domain.storyboard import Storyboard
from tests.bench.test_report import sample


@pytest.mark.parametrize(("quick", "rounds"), [(False, 2), (True, 1)])
def test_rounds_are_measured_told_and_written(
    quick: bool, rounds: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    drawn: list[Storyboard] = []
    monkeypatch.setattr(command.limit, "draw_all", lambda board, _: drawn.append(board))
    monkeypatch.setattr(command, "one_round", lambda *_: sample(peer=None))
    command.bench(runs=2, quick=quick, output=tmp_path / "bench.json")
    written = json.loads((tmp_path / "bench.json").read_text())
    assert len(drawn) == 1
    assert len(written["samples"]) == rounds
    assert written["machine"]["cores"] >= 1
    assert {line["passed"] for line in written["rows"]} == {True, None}
    told = capsys.readouterr().out
    assert "must reach" in told
    assert "requirements-peer.txt" in told
