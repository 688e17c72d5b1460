import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from adgen_app.production import lease

LONG, OVER = 60.0, -1.0


def test_who_promised_is_alive_until_the_lease_expires(database: str) -> None:
    lease.take("a", LONG)
    lease.take("b", OVER)
    assert sorted(lease.holders()) == ["a", "b"]
    assert lease.reap() == ["b"]
    assert lease.holders() == ["a"]


def test_a_promise_can_be_renewed_until_others_have_taken_over(database: str) -> None:
    lease.take("a", OVER)
    assert lease.renew("a", LONG)
    assert lease.reap() == []
    assert lease.renew("a", OVER)
    assert lease.reap() == ["a"]
    assert not lease.renew("a", LONG)
    assert lease.holders() == []


def test_of_many_reapers_one_gets_each(database: str) -> None:
    dead = {f"dead-{number}" for number in range(5)}
    for each in dead:
        lease.take(each, OVER)
    together = Barrier(8)

    def reap(_: int) -> list[str]:
        together.wait()
        return lease.reap()

    with ThreadPoolExecutor(8) as pool:
        reaped = [each for got in pool.map(reap, range(8)) for each in got]
    assert sorted(reaped) == sorted(dead)


def test_a_lease_lasts_as_long_as_promised(database: str) -> None:
    lease.take("a", 0.5)
    assert lease.reap() == []
    time.sleep(0.6)
    assert lease.reap() == ["a"]


def test_whoever_leaves_in_good_order_is_not_reaped(database: str) -> None:
    for each in ("a", "b", "c"):
        lease.take(each, LONG)
    lease.release("a", "c")
    assert lease.holders() == ["b"]


def test_an_owner_without_a_lease_is_an_orphan(database: str) -> None:
    lease.take("a", LONG)
    lease.take("late but not reaped", OVER)
    assert lease.without_lease({"a", "late but not reaped", "gone"}) == {"gone"}
