import pytest

from adgen_app import checks
from adgen_app.checks.finding import Level
from adgen_app.checks.rules import RULES
from adgen_app.domain.brief import Brief
from adgen_app.domain.formats import Duration
from adgen_app.domain.media import Media
from adgen_app.domain.storyboard import Storyboard
from adgen_app.planning.writer import plan


def test_an_ad_without_fault_passes_every_rule(board: Storyboard, media: Media) -> None:
    report = checks.run(board, media)
    assert report.findings == ()
    assert report.rules == tuple(RULES)
    assert report.passed


def test_errors_come_before_warnings(board: Storyboard, media: Media) -> None:
    report = checks.run(board, media.model_copy(update={"loudness_lufs": -20.0, "moov_first": False}))
    assert [(finding.rule, finding.level) for finding in report.findings] == [
        ("index", Level.ERROR),
        ("loudness", Level.WARNING),
    ]
    assert not report.passed
    assert [finding.rule for finding in report.errors] == ["index"]


def test_warnings_do_not_stop_an_ad(board: Storyboard, media: Media) -> None:
    assert checks.run(board, media.model_copy(update={"true_peak_dbtp": 0.2})).passed


def test_every_finding_names_its_source(board: Storyboard, media: Media) -> None:
    spoilt = media.model_copy(update={"width": 720, "frames": 1, "bytes": 10**9, "audio_codec": None, "bit_rate": 1})
    findings = checks.run(board, spoilt).findings
    assert {finding.rule for finding in findings} >= {"size", "length", "weight", "silence"}
    assert all(finding.source and finding.message.endswith(".") for finding in findings)


@pytest.mark.parametrize("duration", list(Duration))
def test_what_the_planner_writes_passes(duration: Duration, media: Media) -> None:
    prompt = "Noise-cancelling headphones for open offices, 30-hour battery, fold flat. Tired of chatter?"
    board = plan(Brief(prompt=prompt, duration=duration))
    made = media.model_copy(update={"frames": board.frames, "seconds": float(duration)})
    assert checks.run(board, made).findings == ()
