"""Forms that the browser posts itself: their answers set the session's cookie and lead on."""

from collections.abc import Callable
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import ValidationError

from adgen_app import session
from adgen_app.api.deps import ClientAddress, same_origin
from adgen_app.api.schemas.accounts import Registration
from adgen_app.domain.refusal import refusal
from adgen_app.errors import AdGenError, NotLoggedIn
from adgen_app.security import notice_token
from adgen_app.services import accounts, limits
from adgen_app.session import SESSION_COOKIE, local

router = APIRouter(
    prefix="/api/browser", include_in_schema=False, dependencies=[Depends(same_origin)], default_response_class=Response
)
Text = Annotated[str, Form()]


@router.post("/register")
def register(
    address: ClientAddress, username: Text = "", password: Text = "", email: Text = "", back: Text = ""
) -> Response:
    """Open an account and log in with it."""

    def act() -> Response:
        asked = Registration(username=username, password=password, email=email or None)
        limits.registration(address)
        accounts.register(asked.username, asked.password, asked.email)
        return _entered(accounts.log_in(asked.username, asked.password, address).token, back)

    return _or_again("/register", act, username=username, email=email, next=back)


@router.post("/login")
def log_in(address: ClientAddress, username: Text = "", password: Text = "", back: Text = "") -> Response:
    """Open a session and go back to where the user was."""

    def act() -> Response:
        return _entered(accounts.log_in(username.strip(), password, address).token, back)

    return _or_again("/login", act, username=username, next=back)


@router.post("/logout")
def log_out(request: Request) -> Response:
    """End the session."""
    accounts.log_out(request.cookies.get(SESSION_COOKIE, ""))
    answer = _to("/")
    session.forget(answer)
    return answer


@router.post("/password")
def change_password(request: Request, current: Text = "", new: Text = "") -> Response:
    """Take a new password; other browsers are logged out."""

    def act() -> Response:
        account = accounts.authenticate(request.cookies.get(SESSION_COOKIE, ""))
        Registration(username=account.username, password=new)
        answer = _to("/profile?done=password")
        session.keep(answer, accounts.change_password(account.id, current, new).token)
        return answer

    return _or_again("/profile", act)


@router.post("/delete-account")
def delete_account(request: Request, password: Text = "") -> Response:
    """Remove the account with everything in it."""

    def act() -> Response:
        account = accounts.authenticate(request.cookies.get(SESSION_COOKIE, ""))
        accounts.delete(account.id, password)
        answer = _to("/?done=deleted")
        session.forget(answer)
        return answer

    return _or_again("/profile", act, at="delete")


def _entered(token: str, back: str) -> Response:
    answer = _to(local(back))
    session.keep(answer, token)
    return answer


def _or_again(form: str, act: Callable[[], Response], **kept: str) -> Response:
    """Back to the form with a sentence and what was typed, but never a password."""
    try:
        return act()
    except ValidationError as error:
        problem: AdGenError = refusal(error.errors())
    except AdGenError as error:
        if type(error) is NotLoggedIn:
            return _to("/login")
        problem = error
    return _to(f"{form}?{urlencode({'error': notice_token(str(problem)), **{k: v for k, v in kept.items() if v}})}")


def _to(path: str) -> RedirectResponse:
    return RedirectResponse(path, status_code=303)
