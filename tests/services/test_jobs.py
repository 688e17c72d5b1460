from collections.abc import Callable

import pytest
from sqlmodel import select

from adgen_app.db.engine import reading, transaction
from adgen_app.db.models import GenerationRow, LedgerEntry
from adgen_app.domain.account import Account
from adgen_app.domain.brief import Brief
from adgen_app.domain.generation import GenerationId, Status
from adgen_app.services import generations, jobs
from tests.conftest import Cluster

AD = GenerationId("0b6f4f0e-7c1e-4c53-9c7d-6f3b1d2a9e55")
BRIEF = Brief(prompt="Soy candles that smell of forest")


def job(job_id: str) -> tuple[str, str, str | None, str | None] | None:
    found = jobs.client().list_workflows(workflow_ids=[job_id])
    return (found[0].status, found[0].name, found[0].queue_name, found[0].app_version) if found else None


def test_a_started_ad_has_a_job_of_a_pinned_version(database: str, user: Account) -> None:
    ad = generations.start(user.id, BRIEF)
    assert job(ad.id) == ("ENQUEUED", "make_ad", "ads", "1")


@pytest.mark.parametrize("put", [jobs.enqueue, jobs.enqueue_cut])
def test_a_job_that_was_rolled_back_never_was(database: str, put: Callable[..., None]) -> None:
    with transaction() as session:
        put(session, AD)
        session.rollback()
    assert jobs.client().list_workflows() == []


def test_a_row_without_its_job_never_is(database: str, user: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(jobs, "enqueue", broken)
    with pytest.raises(ZeroDivisionError):
        generations.start(user.id, BRIEF)
    with reading() as session:
        assert session.exec(select(GenerationRow)).all() == []
        assert session.exec(select(LedgerEntry)).all() == []


def test_the_same_ad_twice_is_one_job(database: str) -> None:
    for _ in range(2):
        with transaction() as session:
            jobs.enqueue(session, AD)
            jobs.enqueue(session, AD)
    assert len(jobs.client().list_workflows()) == 1


def test_cancelling_reaches_every_job_of_the_ad_and_no_other(database: str, user: Account) -> None:
    ad, other = generations.start(user.id, BRIEF), generations.start(user.id, BRIEF)
    with transaction() as session:
        jobs.enqueue_cut(session, ad.id)
    for _ in range(2):
        jobs.cancel(ad.id)
        assert [(job(each) or ("",))[0] for each in jobs.ids_of(ad.id)] == ["CANCELLED", "CANCELLED"]
    assert (job(other.id) or ("",))[0] == "ENQUEUED"


def test_cancelling_what_nobody_makes_is_fine(database: str) -> None:
    jobs.cancel(AD)


def test_cancelling_without_a_database_goes_on(postgresql_database: str, postgres_cluster: Cluster) -> None:
    postgres_cluster.stop()
    try:
        jobs.cancel(AD)
    finally:
        postgres_cluster.start()


def test_an_ad_is_cancelled_even_if_its_job_can_not_be_told(
    sqlite_database: str, user: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    ad = generations.start(user.id, BRIEF)
    monkeypatch.setattr(jobs, "cancel", lambda _ad: None)
    assert generations.cancel(user.id, ad.id).status is Status.CANCELLED


def test_every_job_knows_its_ad() -> None:
    assert {jobs.ad_of(each) for each in jobs.ids_of(AD)} == {AD}


def test_preparing_again_is_harmless(database: str) -> None:
    jobs.prepare()
    jobs.prepare()
    assert jobs.client().list_workflows() == []
