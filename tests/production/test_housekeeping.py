from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from adgen_app import storage
from adgen_app.db.engine import transaction
from adgen_app.db.models import Discarded, GenerationRow
from adgen_app.domain.account import Account
from adgen_app.domain.generation import Status
from adgen_app.production import housekeeping
from adgen_app.production.engine import Engine
from adgen_app.services import generations, jobs
from tests.production.conftest import QuickStudio
from tests.production.workers import BRIEF

pytestmark = pytest.mark.slow
Until = Callable[[Callable[[], bool]], None]


def test_jobs_are_forgotten_some_time_after_they_ended_not_before(
    user: Account, engine: Engine, studio: QuickStudio, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = generations.start(user.id, BRIEF)
    until(lambda: [job.status for job in jobs.client().list_workflows()] == ["SUCCESS", "SUCCESS"])
    studio.gate.clear()
    going = generations.start(user.id, BRIEF)
    until(lambda: going.id in studio.begun)
    housekeeping.tidy()
    assert len(jobs.client().list_workflows()) == 4
    monkeypatch.setattr(housekeeping, "KEPT", timedelta(seconds=-5))
    housekeeping.tidy()
    assert {jobs.ad_of(job.workflow_id) for job in jobs.client().list_workflows()} == {going.id}
    assert generations.get(user.id, done.id).status is Status.COMPLETED


def test_an_ad_whose_job_is_gone_fails_with_a_sentence_others_do_not(
    user: Account, engine: Engine, studio: QuickStudio, until: Until
) -> None:
    studio.gate.clear()
    going = generations.start(user.id, BRIEF)
    until(lambda: going.id in studio.begun)
    row = GenerationRow(
        user_id=user.id, prompt=BRIEF.prompt, brief=BRIEF.model_dump(mode="json"), status=Status.PROCESSING
    )
    with transaction() as session:
        session.add(row)
    housekeeping.fail_stranded()
    stranded = next(ad for ad in generations.page(user.id).generations if ad.id == row.id)
    assert (stranded.status, stranded.error_message) == (Status.FAILED, housekeeping.SENTENCE)
    assert generations.get(user.id, going.id).status is Status.PROCESSING


def test_files_whose_removal_was_cut_short_go(user: Account, engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"film")
    storage.save("ads/deleted/ad.mp4", tmp_path / "file")
    storage.save("ads/kept/ad.mp4", tmp_path / "file")
    with transaction() as session:
        session.add(Discarded(prefix="ads/deleted/"))
    housekeeping.tidy()
    assert [folder.name for folder in (tmp_path / "media" / "ads").iterdir()] == ["kept"]
