"""The browser's session: a cookie that no script can read."""

from fastapi import Response

from adgen_app.config import settings

SESSION_COOKIE = "adgen_session"
HOME = "/create"
_DAY = 24 * 60 * 60


def keep(response: Response, token: str) -> None:
    """Let the browser come back with the token, from our own pages only."""
    response.set_cookie(
        SESSION_COOKIE,
        token,
        max_age=settings().session_days * _DAY,
        httponly=True,
        secure=settings().secure_cookies,
        samesite="lax",
    )


def forget(response: Response) -> None:
    """Make the browser drop the token."""
    response.delete_cookie(SESSION_COOKIE, httponly=True, secure=settings().secure_cookies, samesite="lax")


def local(path: str) -> str:
    """The path if it leads to a page of ours, else home: nobody is led elsewhere by a link to our login page."""
    ours = path.startswith("/") and not path.startswith(("//", "/\\", "/api")) and path.isprintable()
    return path if ours else HOME
