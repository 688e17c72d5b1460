"""What happens to an ad on its way, in an engine of this process."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlmodel import select

from adgen_app import storage
from adgen_app.config import settings
from adgen_app.db.engine import reading
from adgen_app.db.models import LedgerEntry
from adgen_app.domain.account import Account, UserId
from adgen_app.domain.generation import Generation, GenerationId, Status
from adgen_app.errors import AlreadyFinished, StudioFailed, Unavailable
from adgen_app.production import queues, workflow, workspace
from adgen_app.production.engine import Engine
from adgen_app.production.steps import publish
from adgen_app.services import accounts, generations, jobs, progress
from adgen_app.services.discard import files_of
from tests.conftest import Cluster
from tests.production.conftest import QuickStudio
from tests.production.workers import BRIEF

pytestmark = pytest.mark.slow
Until = Callable[[Callable[[], bool]], None]


def now(ad: Generation) -> Generation:
    return generations.get(ad.user_id, ad.id)


def files(folder: Path) -> list[str]:
    """Those that are there while production may be removing others."""
    found = (Path(place, name) for place, _, names in os.walk(str(folder)) for name in names)
    return sorted(str(path.relative_to(folder)) for path in found)


def job_status(ad: Generation) -> dict[str, str]:
    found = jobs.client().list_workflows(workflow_ids=list(jobs.ids_of(ad.id)))
    return {job.workflow_id: job.status for job in found}


def test_an_ad_is_made(user: Account, engine: Engine, until: Until, tmp_path: Path) -> None:
    ad = generations.start(user.id, BRIEF)
    until(lambda: now(ad).status.finished)
    done = now(ad)
    assert (done.status, done.progress, done.error_message) == (Status.COMPLETED, 100, None)
    assert done.storyboard
    assert done.num_scenes == len(done.storyboard.scenes)
    assert done.video_path == f"ads/{ad.id}/ad.mp4"
    assert storage.locate(done.video_path) == tmp_path / "media" / done.video_path
    assert files(tmp_path / "media") == [
        f"ads/{ad.id}/{name}" for name in ("ad.mp4", "captions.srt", "captions.vtt", "preview.webp", "thumbnail.jpg")
    ]
    until(lambda: files(tmp_path / "work") == [])
    assert accounts.profile(user.id).total_generations == 1


def test_the_user_reads_where_the_ad_is(user: Account, engine: Engine, studio: QuickStudio, until: Until) -> None:
    studio.gate.clear()
    ad = generations.start(user.id, BRIEF)
    until(lambda: now(ad).progress > 20)
    drawn = now(ad)
    assert (drawn.status, drawn.progress) == (Status.PROCESSING, 50)
    assert drawn.current_step == f"Drawing scene {(drawn.num_scenes or 0) // 2 + 1} of {drawn.num_scenes}"


def test_cancelled_in_the_queue_an_ad_is_never_begun(
    user: Account, studio: QuickStudio, until: Until, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    cancelled = generations.start(user.id, BRIEF)
    generations.cancel(user.id, cancelled.id)
    with pytest.raises(AlreadyFinished):
        generations.cancel(user.id, cancelled.id)
    jobs.cancel(cancelled.id)
    request.getfixturevalue("engine")
    other = generations.start(user.id, BRIEF)
    until(lambda: now(other).status is Status.COMPLETED)
    assert (now(cancelled).status, now(cancelled).storyboard) == (Status.CANCELLED, None)
    assert studio.begun == [other.id]
    assert not (tmp_path / "media" / "ads" / cancelled.id).exists()


@pytest.mark.parametrize("end", [generations.cancel, generations.delete])
def test_a_user_who_stops_an_ad_is_no_news_to_dbos(
    end: Callable[[UserId, GenerationId], object],
    user: Account,
    engine: Engine,
    studio: QuickStudio,
    until: Until,
    caplog: pytest.LogCaptureFixture,
) -> None:
    studio.gate.clear()
    ads = [generations.start(user.id, BRIEF) for _ in range(2)]
    until(lambda: len(studio.begun) == 2)
    for ad in ads:
        end(user.id, ad.id)
    until(lambda: not any((settings().workspace / ad.id).exists() for ad in ads))
    time.sleep(1)
    assert [line.getMessage() for line in caplog.records if line.name == "dbos"] == []


@pytest.mark.parametrize("end", [generations.cancel, generations.delete])
def test_stopped_in_the_cut_an_ad_leaves_no_files(
    user: Account, engine: Engine, studio: QuickStudio, until: Until, tmp_path: Path, end: Callable[..., object]
) -> None:
    studio.gate.clear()
    ad = generations.start(user.id, BRIEF)
    until(lambda: files(tmp_path / "work") != [])
    end(user.id, ad.id)
    until(lambda: list((tmp_path / "work").iterdir()) == [])
    assert set(job_status(ad).values()) <= {"SUCCESS", "CANCELLED"}
    assert files(tmp_path / "media") == []
    assert accounts.profile(user.id).total_generations == 0


@pytest.mark.parametrize("end", [generations.cancel, generations.delete])
def test_stopped_while_its_files_are_published_an_ad_leaves_none(
    user: Account,
    engine: Engine,
    until: Until,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    end: Callable[..., object],
) -> None:
    stored: list[str] = []
    store = publish.store

    def store_and_stop(*arguments: object) -> None:
        end(user.id, ad.id)
        store(*arguments)  # pyright: ignore[reportArgumentType]  # whatever it is given
        stored.extend(files(tmp_path / "media"))

    monkeypatch.setattr(publish, "store", store_and_stop)
    ad = generations.start(user.id, BRIEF)
    until(lambda: stored != [] and files(tmp_path / "media") == [])
    until(lambda: list((tmp_path / "work").iterdir()) == [])
    assert accounts.profile(user.id).total_generations == 0


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (StudioFailed("The studio is out of paper."), "The studio is out of paper."),
        (ZeroDivisionError("secret"), workflow.GENERAL_SENTENCE),
    ],
)
def test_an_ad_that_fails_says_so_and_leaves_no_files(
    user: Account, engine: Engine, studio: QuickStudio, until: Until, tmp_path: Path, error: Exception, sentence: str
) -> None:
    studio.error = error
    ad = generations.start(user.id, BRIEF)
    until(lambda: now(ad).status.finished)
    assert (now(ad).status, now(ad).error_message, now(ad).cost) == (Status.FAILED, sentence, 0)
    assert studio.begun == [ad.id]
    until(lambda: list((tmp_path / "work").iterdir()) == [])
    assert files(tmp_path / "media") == []


def test_a_storage_out_of_reach_is_tried_again(
    user: Account, engine: Engine, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[str] = []
    save = storage.save

    def save_in_the_end(key: str, source: Path) -> None:
        tries.append(key)
        if len(tries) == 1:
            raise Unavailable
        save(key, source)

    monkeypatch.setattr(storage, "save", save_in_the_end)
    ad = generations.start(user.id, BRIEF)
    until(lambda: now(ad).status is Status.COMPLETED)
    assert [key.rsplit("/", 1)[1] for key in tries][:3] == ["ad.mp4", "ad.mp4", "thumbnail.jpg"]
    assert files_of(ad.id) == tries[0].removesuffix("ad.mp4")


def test_ads_are_planned_at_once_and_cut_in_order_a_few_at_a_time(
    sqlite_database: str, user: Account, engine: Engine, studio: QuickStudio, until: Until
) -> None:
    studio.gate.clear()
    ads: list[Generation] = []
    for _ in range(queues.cuts_at_once() + 2):
        ads.append(generations.start(user.id, BRIEF))
        until(lambda: now(ads[-1]).storyboard is not None)
    until(lambda: len(studio.begun) == queues.cuts_at_once())
    assert {now(ad).status for ad in ads} == {Status.PROCESSING}
    assert now(ads[-1]).current_step == "Storyboard ready, waiting for the studio"
    generations.cancel(user.id, ads[0].id)
    until(lambda: len(studio.begun) == queues.cuts_at_once() + 1)
    assert set(studio.begun) == {ad.id for ad in ads[:-1]}
    studio.gate.set()
    until(lambda: all(now(ad).status is Status.COMPLETED for ad in ads[1:]))
    assert accounts.profile(user.id).total_generations == len(ads) - 1


def test_an_ad_is_counted_once_whatever_is_asked_again(user: Account, engine: Engine, until: Until) -> None:
    ad = generations.start(user.id, BRIEF)
    until(lambda: set(job_status(ad).values()) == {"SUCCESS"} and len(job_status(ad)) == len(jobs.ids_of(ad.id)))
    workflow.cut_ad(ad.id)
    progress.fail(ad.id, "too late")
    with reading() as session:
        assert len(session.exec(select(LedgerEntry)).all()) == 1
    assert now(ad).status is Status.COMPLETED
    assert accounts.profile(user.id).total_generations == 1


def test_an_ad_in_the_cut_outlives_an_outage_of_the_database(
    postgresql_database: str,
    user: Account,
    engine: Engine,
    studio: QuickStudio,
    until: Until,
    postgres_cluster: Cluster,
) -> None:
    studio.gate.clear()
    ad = generations.start(user.id, BRIEF)
    until(lambda: studio.begun == [ad.id])
    postgres_cluster.stop()
    try:
        studio.gate.set()
        until((workspace.of(ad.id) / "ad.mp4").exists)
    finally:
        postgres_cluster.start()
    until(lambda: now(ad).status.finished)
    assert (now(ad).status, studio.begun) == (Status.COMPLETED, [ad.id])
    assert settings().database == postgresql_database
