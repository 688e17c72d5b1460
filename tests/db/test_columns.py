from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import StatementError
from sqlmodel import func, select

from adgen_app.db.columns import new_id, utc_now
from adgen_app.db.engine import reading, transaction
from adgen_app.db.models import LedgerEntry, RevokedToken
from adgen_app.domain.account import Account

NOON = datetime(2026, 7, 1, 12, 0, 0, 123456, tzinfo=UTC)


def kept(moment: datetime) -> datetime:
    with transaction() as session:
        session.add(RevokedToken(id="t", expires=moment))
    with reading() as session:
        return session.exec(select(RevokedToken.expires)).one()


@pytest.mark.parametrize("zone", [UTC, timezone(timedelta(hours=-7)), timezone(timedelta(hours=5, minutes=30))])
def test_a_moment_comes_back_as_the_same_moment_in_utc(database: str, zone: timezone) -> None:
    back = kept(NOON.astimezone(zone))
    assert back == NOON
    assert back.utcoffset() == timedelta(0)


def test_moments_are_compared_by_when_they_are_not_by_how_they_are_written(database: str) -> None:
    kept(NOON)
    east = timezone(timedelta(hours=9))
    with reading() as session:
        later = select(RevokedToken.id).where(RevokedToken.expires < (NOON + timedelta(seconds=1)).astimezone(east))
        assert session.exec(later).all() == ["t"]


def test_a_moment_without_a_time_zone_is_refused(database: str) -> None:
    with pytest.raises(StatementError, match="needs a time zone"):
        kept(NOON.replace(tzinfo=None))


def spend(user: Account, *prices: str) -> None:
    with transaction() as session:
        session.add_all(
            LedgerEntry(
                user_id=user.id,
                generation_id="g",
                provider="p",
                unit="u",
                price=Decimal(price),
                idempotency_key=new_id(),
            )
            for price in prices
        )


def test_money_adds_up_to_the_last_digit(database: str, user: Account) -> None:
    spend(user, *["0.1"] * 10, "0.000001", "123456789.123456")
    with reading() as session:
        assert session.exec(select(func.sum(LedgerEntry.price))).one() == Decimal("123456790.123457")
        assert session.connection().execute(text("SELECT max(price) FROM ledger_entries")).scalar() == 123456789123456


def test_money_that_would_be_rounded_is_refused(database: str, user: Account) -> None:
    with pytest.raises(StatementError, match="six decimals"):
        spend(user, "0.0000001")


def test_ids_are_random_uuids_as_text() -> None:
    one, other = new_id(), new_id()
    assert one != other
    assert str(UUID(one, version=4)) == one


def test_now_knows_its_time_zone() -> None:
    assert utc_now().utcoffset() == timedelta(0)
