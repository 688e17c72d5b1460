"""Secrets and signatures: password hashes, session tokens, links to media."""

from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple
from uuid import uuid4

import jwt
from passlib.context import CryptContext

from adgen_app.config import settings
from adgen_app.domain.account import PASSWORD_MAX, UserId
from adgen_app.domain.asset import AssetId
from adgen_app.domain.generation import GenerationId
from adgen_app.errors import NotFound, NotLoggedIn

BCRYPT_ROUNDS = 12
_ALGORITHM = "HS256"
_NOTICE_MINUTES = 10
_NOT_OURS = (jwt.InvalidTokenError, ValueError, TypeError, OverflowError, OSError)
"""Also what is signed by us and says nothing that we would say: a version that is no number, the year 10^10."""

_passwords: Any = CryptContext(
    schemes=["bcrypt_sha256", "bcrypt"], bcrypt_sha256__rounds=BCRYPT_ROUNDS, bcrypt__rounds=BCRYPT_ROUNDS
)
NO_ONES_HASH = "$bcrypt-sha256$v=2,t=2b,r=12$v8y3/fsHznHAUjyo6lhzwu$L/SXOrk2cUDOsZ0xnmKcIXQqVlhVorK"
"""Verified for unknown users, so that the answer takes as long as for a wrong password."""


class Token(NamedTuple):
    """What a session token says."""

    user_id: UserId
    id: str
    version: int
    expires: datetime


def hash_password(password: str) -> str:
    """Bcrypt of the password's SHA-256, cost 12: 0.2 s of CPU, so never on an event loop."""
    return str(_passwords.hash(password))


def password_fits(password: str, hashed: str) -> bool:
    """Whether the password belongs to the hash; as slow as hashing. Takes whatever was typed."""
    typed = password.encode(errors="surrogatepass")
    return len(password) <= PASSWORD_MAX and bool(_passwords.verify(typed, hashed))


def session_token(user_id: UserId, version: int) -> str:
    """A JWT for a session; the same for the browser's cookie and a program's bearer header."""
    now = datetime.now(UTC)
    return _sign(
        {
            "sub": user_id,
            "aud": "session",
            "ver": version,
            "jti": str(uuid4()),
            "iat": now,
            "exp": now + timedelta(days=settings().session_days),
        }
    )


def read_session(token: str) -> Token:
    """What the token says, if it is ours and not expired. Raises NotLoggedIn."""
    try:
        claims = _read(token, "session", ["sub", "ver", "jti", "exp"])
        expires = datetime.fromtimestamp(claims["exp"], UTC)
        return Token(UserId(claims["sub"]), claims["jti"], int(claims["ver"]), expires)
    except _NOT_OURS as error:
        raise NotLoggedIn from error


def media_token(user_id: UserId, about: GenerationId | AssetId) -> str:
    """A short-lived signature that stands for this user looking at this ad's files, or this file, and nothing else."""
    expires = datetime.now(UTC) + timedelta(minutes=settings().media_link_minutes)
    return _sign({"sub": user_id, "gen": about, "aud": "media", "exp": expires})


def read_media_token(token: str, about: GenerationId | AssetId) -> UserId:
    """Whose link this is. Raises NotFound for a forged or expired one, or one for something else."""
    try:
        claims = _read(token, "media", ["sub", "gen", "exp"])
    except _NOT_OURS as error:
        raise NotFound from error
    if claims["gen"] != about:
        raise NotFound
    return UserId(claims["sub"])


def notice_token(sentence: str) -> str:
    """A sentence that we say to a user by way of an address: nobody else can put words into our mouth."""
    return _sign({"say": sentence, "aud": "notice", "exp": datetime.now(UTC) + timedelta(minutes=_NOTICE_MINUTES)})


def read_notice(token: str) -> str:
    """The sentence, empty if the token is not ours or too old."""
    try:
        return str(_read(token, "notice", ["say", "exp"])["say"])
    except _NOT_OURS:
        return ""


def _sign(claims: dict[str, Any]) -> str:
    return jwt.encode(claims, settings().signing_key, algorithm=_ALGORITHM)


def _read(token: str, audience: str, needed: list[str]) -> dict[str, Any]:
    return jwt.decode(
        token, settings().signing_key, algorithms=[_ALGORITHM], audience=audience, options={"require": needed}
    )
