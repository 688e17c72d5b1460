from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlmodel import select

from adgen_app.config import settings
from adgen_app.db import engine as engines
from adgen_app.db.engine import reading
from adgen_app.db.models import Duration, GenerationRow
from adgen_app.domain.account import Account
from adgen_app.domain.brief import Brief
from adgen_app.domain.generation import GenerationId
from adgen_app.services import durations, generations, progress

BRIEF = Brief(prompt="Soy candles that smell of forest")


def counted() -> dict[tuple[str, str, int], tuple[int, float]]:
    with reading() as session:
        rows = session.exec(select(Duration)).all()
        return {(row.kind, row.name, row.up_to_ms): (row.times, round(row.seconds, 3)) for row in rows}


def test_a_step_counts_once_however_often_it_ends(database: str, user: Account) -> None:
    one, two = generations.start(user.id, BRIEF), generations.start(user.id, BRIEF)
    for seconds in (0.2, 3.0):
        durations.step_ended(one.id, "plan", seconds)
    durations.step_ended(two.id, "plan", 0.21)
    durations.step_ended(two.id, "cut", 7.5)
    assert counted() == {("step", "plan", 250): (2, 0.41), ("step", "cut", 10_000): (1, 7.5)}
    with reading() as session:
        assert session.get_one(GenerationRow, two.id).step_seconds == {"plan": 0.21, "cut": 7.5}


def test_many_at_once_lose_nothing(database: str, user: Account) -> None:
    ads = [generations.start(user.id, BRIEF).id for _ in range(8)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda ad: durations.step_ended(ad, "cut", 0.5), ads * 2))
    assert counted() == {("step", "cut", 500): (8, 4.0)}


def test_the_step_of_an_ad_that_is_gone_does_not_count(database: str) -> None:
    durations.step_ended(GenerationId("gone"), "cut", 1)
    assert counted() == {}


def test_a_database_that_is_away_is_no_reason_to_fail(sqlite_database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/nothing")
    settings.cache_clear()
    engines.engine().dispose()
    engines.engine.cache_clear()
    durations.step_ended(GenerationId("any"), "cut", 1)


def test_every_ad_has_one_outcome_that_outlives_it(database: str, user: Account) -> None:
    done, failed, cancelled, deleted = (generations.start(user.id, BRIEF).id for _ in range(4))
    for ad in (done, failed):
        progress.begin(ad)
    with engines.transaction() as session:
        progress.complete(session, done, "film", "picture")
    for _ in range(2):
        progress.fail(failed, "It broke.")
    generations.cancel(user.id, cancelled)
    for ad in (deleted, done, cancelled):
        generations.delete(user.id, ad)
    outcomes: dict[str, int] = {}
    for (kind, name, _), (times, _) in counted().items():
        outcomes[name] = outcomes.get(name, 0) + times
        assert kind == "ad"
    assert outcomes == {"completed": 1, "failed": 1, "cancelled": 2}
