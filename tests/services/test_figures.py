from datetime import UTC, datetime, timedelta
from decimal import Decimal

from sqlalchemy import event

from adgen_app.db.engine import engine, transaction
from adgen_app.db.models import Lease, LedgerEntry
from adgen_app.domain.account import Account
from adgen_app.domain.brief import Brief
from adgen_app.domain.figures import Queue, Took, Used
from adgen_app.services import durations, figures, generations, jobs

BRIEF = Brief(prompt="Soy candles that smell of forest")


def test_nothing_yet(database: str) -> None:
    found = figures.read()
    assert (found.queues, found.steps, found.used) == ({"ads": Queue(), "cuts": Queue()}, {}, {})
    assert (found.ads, found.workers) == ({"completed": Took(), "failed": Took(), "cancelled": Took()}, 0)


def test_who_waits_and_since_when(database: str, user: Account) -> None:
    first, second = (generations.start(user.id, BRIEF).id for _ in range(2))
    with transaction() as session:
        jobs.enqueue_cut(session, second)
    generations.cancel(user.id, first)
    queues = figures.read().queues
    assert {name: (queue.waiting, queue.running) for name, queue in queues.items()} == {
        "ads": (1, 0),
        "cuts": (1, 0),
    }
    assert all(0 <= queue.oldest_seconds < 20 for queue in queues.values())


def test_how_long_things_took(database: str, user: Account) -> None:
    ad = generations.start(user.id, BRIEF).id
    durations.step_ended(ad, "plan", 0.2)
    durations.step_ended(ad, "cut", 400)
    generations.cancel(user.id, ad)
    found = figures.read()
    assert found.steps == {"plan": Took({250: 1}, 0.2), "cut": Took({600_000: 1}, 400.0)}
    assert found.ads["cancelled"].buckets


def test_money_is_exact(database: str, user: Account) -> None:
    with transaction() as session:
        for number in range(1000):
            price = Decimal("0.000001") if number else Decimal(123456789)
            session.add(
                LedgerEntry(
                    user_id=user.id,
                    generation_id="g",
                    provider="clips",
                    unit="second",
                    quantity=0.5,
                    price=price,
                    idempotency_key=str(number),
                )
            )
    assert figures.read().used == {("clips", "second"): Used(1000, 500.0, Decimal("123456789.000999"))}


def test_only_leases_that_have_not_run_out_are_workers(database: str) -> None:
    now = datetime.now(UTC)
    with transaction() as session:
        session.add(Lease(executor_id="alive", expires=now + timedelta(seconds=30)))
        session.add(Lease(executor_id="dead", expires=now - timedelta(seconds=30)))
    assert figures.read().workers == 1


def test_it_takes_a_handful_of_queries_however_many_ads_there_are(database: str, user: Account) -> None:
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    for _ in range(5):
        generations.start(user.id, BRIEF)
    figures.read()
    event.listen(engine(), "before_cursor_execute", note)
    figures.read()
    event.remove(engine(), "before_cursor_execute", note)
    selects = [statement for statement in asked if "FROM" in statement]
    assert len(selects) == 5
    assert not any("FROM generations" in statement for statement in selects)
