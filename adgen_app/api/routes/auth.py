"""Accounts and sessions."""

from fastapi import APIRouter, Response

from adgen_app import session
from adgen_app.api.deps import ClientAddress, CurrentSession, CurrentUser
from adgen_app.api.failures import documented
from adgen_app.api.schemas.accounts import (
    Credentials,
    Farewell,
    LoggedIn,
    Me,
    PasswordChange,
    Person,
    Registered,
    Registration,
)
from adgen_app.api.schemas.wire import Said
from adgen_app.services import accounts, limits

router = APIRouter(prefix="/api/auth", tags=["accounts"])


@router.post("/register", status_code=201, responses=documented(400, 429))
def register(asked: Registration, address: ClientAddress) -> Registered:
    """Open an account."""
    limits.registration(address)
    account = accounts.register(asked.username, asked.password, asked.email)
    return Registered(message="Your account is ready. Please log in.", user_id=account.id)


@router.post("/login", responses=documented(400, 401, 429))
def log_in(asked: Credentials, address: ClientAddress) -> LoggedIn:
    """Get a token; it lasts seven days unless configured otherwise."""
    return _logged_in(accounts.log_in(asked.username, asked.password, address))


@router.get("/me", responses=documented(401, 429))
def me(user: CurrentUser) -> Me:
    """Who is logged in."""
    return Me.of(user)


@router.post("/logout", responses=documented(401, 403, 429))
def log_out(user: CurrentUser, current: CurrentSession, response: Response) -> Said:
    """End this session."""
    del user
    accounts.log_out(current.token)
    session.forget(response)
    return Said(message="You are logged out.")


@router.post("/password", responses=documented(400, 401, 403, 429))
def change_password(user: CurrentUser, current: CurrentSession, asked: PasswordChange, response: Response) -> LoggedIn:
    """Take a new password; every other session ends, and this one gets a new token."""
    login = accounts.change_password(user.id, asked.current, asked.new)
    if current.by_cookie:
        session.keep(response, login.token)
    return _logged_in(login)


@router.delete("/me", responses=documented(400, 401, 403, 429))
def delete(user: CurrentUser, asked: Farewell, response: Response) -> Said:
    """Delete the account with all its ads."""
    accounts.delete(user.id, asked.password)
    session.forget(response)
    return Said(message="Your account and all your ads are deleted.")


def _logged_in(login: accounts.Login) -> LoggedIn:
    return LoggedIn(access_token=login.token, user=Person.of(login.account))
