"""How often someone may do something; counted in Redis when there is one, else in this process."""

import time
from datetime import datetime, timedelta
from functools import cache

from limits import RateLimitItemPerMinute
from limits.errors import StorageError
from limits.storage import storage_from_string
from limits.strategies import MovingWindowRateLimiter
from sqlalchemy import ColumnElement
from sqlmodel import Session, col, func, select

from adgen_app.config import settings
from adgen_app.db.columns import utc_now
from adgen_app.db.engine import reading
from adgen_app.db.models import LedgerEntry
from adgen_app.domain.account import NAME_KEY_MAX, UserId, name_key
from adgen_app.errors import TooMany, Unavailable

HOUR = timedelta(hours=1)
AD_UNIT = "ad"
REDIS_SECONDS = 2.0


@cache
def _limiter() -> MovingWindowRateLimiter:
    url = settings().redis_url
    patience = {"socket_timeout": REDIS_SECONDS, "socket_connect_timeout": REDIS_SECONDS} if url else {}
    return MovingWindowRateLimiter(storage_from_string(url or "memory://", wrap_exceptions=True, **patience))


def check() -> None:
    """Whether whoever counts is there. Raises Unavailable with what to do."""
    if not _limiter().storage.check():
        raise Unavailable("Redis does not answer. Start it, or correct REDIS_URL.")


def request(user_id: UserId) -> None:
    """Count a request of a user's program. Raises TooMany."""
    _hit(RateLimitItemPerMinute(settings().requests_per_minute), "request", user_id)


def login(username: str, address: str) -> None:
    """Count a try to log in, by address and by name. Raises TooMany."""
    allowed = RateLimitItemPerMinute(settings().login_attempts_per_minute)
    sentence = "Too many tries to log in. Please wait a minute."
    _hit(allowed, "login-address", address, sentence)
    _hit(allowed, "login-name", name_key(username)[:NAME_KEY_MAX], sentence)


def registration(address: str) -> None:
    """Count a new account by address: hashing its password is work. Raises TooMany."""
    _hit(RateLimitItemPerMinute(settings().requests_per_minute), "registration", address)


def confirmation(user_id: UserId) -> None:
    """Count a try to confirm one's own password. Raises TooMany."""
    allowed = RateLimitItemPerMinute(settings().login_attempts_per_minute)
    _hit(allowed, "confirmation", user_id, "Too many tries. Please wait a minute.")


def ads(session: Session, user_id: UserId) -> None:
    """Refuse another ad when this hour's are used up. The caller has locked the user's row. Raises TooMany.

    The ledger is counted, not the ads: deleting an ad does not make room for another.
    """
    since = utc_now() - HOUR
    newest_first = (
        select(LedgerEntry.created_at).where(*_counted(user_id, since)).order_by(col(LedgerEntry.created_at).desc())
    )
    in_the_way = session.exec(newest_first.offset(settings().ads_per_hour - 1).limit(1)).first()
    if in_the_way:
        wait = int((in_the_way - since).total_seconds()) + 1
        raise TooMany(
            f"You can make {settings().ads_per_hour} ads an hour. The next one can start in {-(-wait // 60)} min.",
            retry_after=wait,
            code="TOO_MANY_ADS",
        )


def ads_left(user_id: UserId) -> int:
    """How many ads a user can still start this hour."""
    with reading() as session:
        counted = select(func.count()).select_from(LedgerEntry).where(*_counted(user_id, utc_now() - HOUR))
        return max(0, settings().ads_per_hour - session.exec(counted).one())


def _counted(user_id: UserId, since: datetime) -> tuple[ColumnElement[bool], ...]:
    """Which entries of the ledger are an ad of the user's."""
    return (
        col(LedgerEntry.user_id) == user_id,
        col(LedgerEntry.unit) == AD_UNIT,
        col(LedgerEntry.created_at) > since,
    )


def _hit(allowed: RateLimitItemPerMinute, what: str, who: str, sentence: str | None = None) -> None:
    try:
        if _limiter().hit(allowed, what, who):
            return
        frees = _limiter().get_window_stats(allowed, what, who).reset_time
    except StorageError as error:
        raise Unavailable from error
    raise TooMany(sentence, retry_after=int(frees - time.time()) + 1)
