import time
from collections.abc import Callable
from pathlib import Path

import pytest
from dbos import DBOS

from adgen_app.domain.account import Account
from adgen_app.domain.generation import Status
from adgen_app.production import lease
from adgen_app.production.engine import Engine, embedded
from adgen_app.services import generations, jobs
from tests.conftest import forget
from tests.production.conftest import QuickStudio
from tests.production.workers import BRIEF

pytestmark = pytest.mark.slow
Until = Callable[[Callable[[], bool]], None]
DBOS_ASKS_EVERY = 1.0


async def test_inside_of_the_web_app_ads_survive_a_restart(
    database: str, user: Account, studio: QuickStudio, until: Until
) -> None:
    studio.gate.clear()
    async with embedded():
        ad = generations.start(user.id, BRIEF)
        until(lambda: studio.begun == [ad.id])
    assert lease.holders() == []
    assert generations.get(user.id, ad.id).status is Status.PROCESSING
    studio.gate.set()
    async with embedded():
        until(lambda: generations.get(user.id, ad.id).status is Status.COMPLETED)
    assert studio.begun == [ad.id, ad.id]


async def test_it_makes_the_tables_that_are_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever types `reflex run` first has no database yet."""
    monkeypatch.setenv("ADGEN_DATA_DIR", str(tmp_path / "new"))
    forget()
    async with embedded():
        assert len(lease.holders()) == 1
    forget()


def test_an_engine_has_a_lease_a_pinned_version_and_a_name_of_its_own(database: str, engine: Engine) -> None:
    assert lease.holders() == [engine.id]
    assert (DBOS.application_version, DBOS.executor_id) == (jobs.VERSION, engine.id)
    assert Engine().id != engine.id


def test_recovering_is_the_private_call_that_we_know(
    database: str, user: Account, engine: Engine, studio: QuickStudio, until: Until
) -> None:
    """Pinned with DBOS: whoever is named loses its ads, once; nobody else does."""
    studio.gate.clear()
    ad = generations.start(user.id, BRIEF)
    until(lambda: studio.begun == [ad.id])
    assert DBOS._recover_pending_workflows(["nobody"]) == []
    [handle] = DBOS._recover_pending_workflows([engine.id])
    assert jobs.ad_of(handle.get_workflow_id()) == ad.id
    assert DBOS._recover_pending_workflows([engine.id]) == []
    until(lambda: len(studio.begun) == 2)
    studio.gate.set()
    until(lambda: generations.get(user.id, ad.id).status is Status.COMPLETED)
    time.sleep(DBOS_ASKS_EVERY + 0.5)  # the first of the two waits for what the second one says
