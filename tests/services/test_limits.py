import socket
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select

from adgen_app.config import settings
from adgen_app.db.engine import transaction
from adgen_app.db.models import LedgerEntry
from adgen_app.domain.account import Account, UserId
from adgen_app.errors import TooMany, Unavailable
from adgen_app.services import limits

MAYA, NOOR = UserId("maya"), UserId("noor")


@pytest.fixture
def three_a_minute(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("ADGEN_REQUESTS_PER_MINUTE", "3")
    settings.cache_clear()
    limits._limiter.cache_clear()
    yield
    settings.cache_clear()
    limits._limiter.cache_clear()


def used(user: Account, *minutes_ago: float, unit: str = limits.AD_UNIT) -> None:
    """Ledger entries of ads that were started a while ago."""
    with transaction() as session:
        for minutes in minutes_ago:
            entry = LedgerEntry(user_id=user.id, generation_id="g", provider="p", unit=unit, idempotency_key="k")
            entry.idempotency_key = entry.id
            entry.created_at = datetime.now(UTC) - timedelta(minutes=minutes)
            session.add(entry)


def ask(user: Account) -> None:
    with transaction() as session:
        limits.ads(session, user.id)


def wait(user: Account) -> int:
    with pytest.raises(TooMany) as refused:
        ask(user)
    return refused.value.retry_after


@pytest.mark.usefixtures("three_a_minute")
def test_requests_are_counted_for_each_user() -> None:
    for _ in range(3):
        limits.request(MAYA)
    with pytest.raises(TooMany) as refused:
        limits.request(MAYA)
    limits.request(NOOR)
    assert 55 <= refused.value.retry_after <= 61


@pytest.mark.usefixtures("three_a_minute")
def test_a_refused_request_does_not_lengthen_the_wait() -> None:
    for _ in range(3):
        limits.request(MAYA)
    waits = []
    for _ in range(20):
        with pytest.raises(TooMany) as refused:
            limits.request(MAYA)
        waits.append(refused.value.retry_after)
    assert max(waits) <= 61


def test_ads_older_than_an_hour_do_not_count(database: str, user: Account) -> None:
    used(user, *[60.1] * 20, *[1] * 9)
    ask(user)


def test_the_wait_ends_when_the_oldest_ad_is_an_hour_old(database: str, user: Account) -> None:
    used(user, 50, *[10] * 9)
    assert 595 <= wait(user) <= 601


def test_after_the_limit_was_lowered_the_wait_is_still_true(
    database: str, user: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    used(user, 50, 40, 30, 20)
    monkeypatch.setenv("ADGEN_ADS_PER_HOUR", "2")
    settings.cache_clear()
    assert 30 * 60 - 5 <= wait(user) <= 30 * 60 + 1


def test_what_is_left_is_counted_the_same_way(database: str, user: Account, other_user: Account) -> None:
    used(user, 1, 59, 61)
    used(user, 2, unit="token")
    used(other_user, 3)
    assert limits.ads_left(user.id) == 8
    used(user, *range(10, 20))
    assert limits.ads_left(user.id) == 0


def test_what_an_ad_used_besides_does_not_count(database: str, user: Account) -> None:
    used(user, *[1] * 20, unit="second")
    ask(user)


def test_somebody_elses_ads_do_not_count(database: str, user: Account, other_user: Account) -> None:
    used(other_user, *[1] * 20)
    ask(user)
    assert wait(other_user)


def test_the_ledger_is_the_only_witness(sqlite_database: str, user: Account) -> None:
    used(user, *[1] * 10)
    assert wait(user)
    with transaction() as session:
        for entry in session.exec(select(LedgerEntry)):
            session.delete(entry)
    ask(user)


@pytest.mark.usefixtures("three_a_minute")
def test_new_accounts_are_counted_by_address() -> None:
    for _ in range(3):
        limits.registration("203.0.113.7")
    with pytest.raises(TooMany):
        limits.registration("203.0.113.7")
    limits.registration("203.0.113.8")


@pytest.mark.usefixtures("three_a_minute")
def test_limits_that_cannot_be_counted_are_unavailable(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        monkeypatch.setenv("REDIS_URL", f"redis://127.0.0.1:{taken.getsockname()[1]}")
    settings.cache_clear()
    with pytest.raises(Unavailable):
        limits.request(MAYA)
