"""Who may come in: register, log in, log out, who is there."""

from contextlib import suppress
from typing import NamedTuple

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, func, select
from sqlmodel import delete as delete_where
from sqlmodel.sql.expression import SelectOfScalar

from adgen_app import security
from adgen_app.db.columns import utc_now
from adgen_app.db.engine import reading, transaction
from adgen_app.db.models import GenerationRow, RevokedToken, User
from adgen_app.domain.account import Account, Profile, UserId, name_key
from adgen_app.domain.generation import Status
from adgen_app.errors import NameTaken, NotLoggedIn, WrongPassword
from adgen_app.services import limits
from adgen_app.services.assets import folder_of
from adgen_app.services.discard import clear, discard, note, remove


class Login(NamedTuple):
    """An open session."""

    token: str
    account: Account


def register(username: str, password: str, email: str | None = None) -> Account:
    """Open an account. Raises NameTaken; names differ by more than upper and lower case."""
    hashed = security.hash_password(password)
    user = User(username=username, name_key=name_key(username), password_hash=hashed, email=email or None)
    try:
        with transaction() as session:
            session.add(user)
    except IntegrityError as error:
        raise NameTaken from error
    return user.frozen()


def log_in(username: str, password: str, address: str) -> Login:
    """Open a session. Raises WrongPassword, or TooMany after too many tries for this name or from this address."""
    limits.login(username, address)
    with reading() as session:
        found = _named(session, username)
        known = found.password_hash if found else security.NO_ONES_HASH
    if not security.password_fits(password, known) or found is None:
        raise WrongPassword
    with transaction() as session:
        user = _present(session, UserId(found.id))
        user.last_login = utc_now()
        return Login(security.session_token(UserId(user.id), found.token_version), user.frozen())


def authenticate(token: str) -> Account:
    """Whose session this is. Raises NotLoggedIn if it is forged, expired, logged out or its account is gone."""
    claims = security.read_session(token)
    with reading() as session:
        user = session.get(User, claims.user_id)
        if user is None or user.token_version != claims.version or session.get(RevokedToken, claims.id):
            raise NotLoggedIn
        return user.frozen()


def log_out(token: str) -> None:
    """End the session that this token stands for; one that has already ended is fine."""
    try:
        claims = security.read_session(token)
    except NotLoggedIn:
        return
    with suppress(IntegrityError), transaction() as session:
        session.exec(delete_where(RevokedToken).where(col(RevokedToken.expires) < utc_now()))
        session.add(RevokedToken(id=claims.id, expires=claims.expires))


def change_password(user_id: UserId, current: str, new: str) -> Login:
    """Take a new password and end every session; the caller gets a fresh one. Raises WrongPassword."""
    _confirm(user_id, current)
    hashed = security.hash_password(new)
    with transaction() as session:
        user = _present(session, user_id, lock=True)
        user.password_hash = hashed
        user.token_version += 1
        return Login(security.session_token(user_id, user.token_version), user.frozen())


def delete(user_id: UserId, password: str) -> None:
    """Remove the account with its ads, what it gave for them, and all their files. Raises WrongPassword."""
    _confirm(user_id, password)
    with transaction() as session:
        user = _present(session, user_id, lock=True)
        discarded = [discard(session, row) for row in session.exec(_ads_of(user_id))]
        note(session, folder_of(user_id))
        session.flush()
        session.delete(user)
    for generation_id in discarded:
        clear(generation_id)
    remove(folder_of(user_id))


def profile(user_id: UserId) -> Profile:
    """The account with how its ads fared. Raises NotLoggedIn if it is gone."""
    with reading() as session:
        user = _present(session, user_id)
        ended = dict(
            session.exec(
                select(GenerationRow.status, func.count())
                .where(GenerationRow.user_id == user_id)
                .group_by(col(GenerationRow.status))
            ).all()
        )
        return Profile(
            **user.frozen().model_dump(),
            completed=ended.get(Status.COMPLETED, 0),
            failed=ended.get(Status.FAILED, 0),
        )


def _confirm(user_id: UserId, password: str) -> None:
    """Raises WrongPassword unless it is this user's, TooMany after too many tries."""
    limits.confirmation(user_id)
    with reading() as session:
        known = _present(session, user_id).password_hash
    if not security.password_fits(password, known):
        raise WrongPassword("That is not your current password.")


def _present(session: Session, user_id: UserId, *, lock: bool = False) -> User:
    """The user's row. Raises NotLoggedIn if the account is gone."""
    user = session.get(User, user_id, with_for_update=lock or None)
    if user is None:
        raise NotLoggedIn
    return user


def _ads_of(user_id: UserId) -> SelectOfScalar[GenerationRow]:
    return select(GenerationRow).where(GenerationRow.user_id == user_id).with_for_update()


def _named(session: Session, username: str) -> User | None:
    return session.exec(select(User).where(User.name_key == name_key(username))).first()
