"""What routes ask for: who is there, from where, over which door."""

from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Annotated, NamedTuple
from urllib.parse import urlsplit

from fastapi import Depends, Query, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.security import APIKeyCookie, HTTPAuthorizationCredentials, HTTPBearer

from adgen_app import log, security
from adgen_app.config import settings
from adgen_app.domain.account import Account, UserId
from adgen_app.domain.asset import AssetId, GivenAssetId
from adgen_app.domain.generation import GenerationId, GivenGenerationId
from adgen_app.errors import ForeignPage, NotLoggedIn
from adgen_app.services import accounts, limits
from adgen_app.session import SESSION_COOKIE

_PASSED_ON = ("x-forwarded-for", "forwarded", "x-real-ip", "via")
_SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}

_Bearer = Annotated[HTTPAuthorizationCredentials | None, Depends(HTTPBearer(auto_error=False))]
_Cookie = Annotated[
    str | None, Depends(APIKeyCookie(name=SESSION_COOKIE, auto_error=False, description="The browser's session."))
]


class Session(NamedTuple):
    """The token that a request came with."""

    token: str
    by_cookie: bool


def same_origin(request: Request) -> None:
    """For what a foreign page could make a browser send. Raises ForeignPage."""
    site = request.headers.get("sec-fetch-site")
    origin = request.headers.get("origin", "")
    ours = site == "same-origin" if site else urlsplit(origin).netloc == request.headers.get("host")
    if not ours:
        raise ForeignPage


async def _session(request: Request, bearer: _Bearer, cookie: _Cookie) -> Session:
    """A bearer goes before a cookie, also if its token is no good. Raises NotLoggedIn, ForeignPage."""
    if bearer:
        return Session(bearer.credentials, by_cookie=False)
    if not cookie:
        raise NotLoggedIn
    if request.method not in _SAFE_METHODS:
        same_origin(request)
    return Session(cookie, by_cookie=True)


CurrentSession = Annotated[Session, Depends(_session)]


async def _account(session: CurrentSession) -> Account:
    account = await run_in_threadpool(accounts.authenticate, session.token)
    log.bind(user_id=account.id)
    return account


async def _counted(account: Annotated[Account, Depends(_account)]) -> Account:
    await run_in_threadpool(limits.request, account.id)
    return account


CurrentUser = Annotated[Account, Depends(_counted)]
"""Whoever is logged in; the request counts against their limit."""


_Signature = Annotated[str | None, Query(description="A link's signature, in place of a session.")]


async def _viewer(
    request: Request, generation_id: GivenGenerationId, bearer: _Bearer, cookie: _Cookie, token: _Signature = None
) -> UserId:
    return await _looking(request, bearer, cookie, token, generation_id)


async def _asset_viewer(
    request: Request, asset_id: GivenAssetId, bearer: _Bearer, cookie: _Cookie, token: _Signature = None
) -> UserId:
    return await _looking(request, bearer, cookie, token, asset_id)


async def _looking(
    request: Request, bearer: _Bearer, cookie: _Cookie, token: str | None, about: GenerationId | AssetId
) -> UserId:
    """A page full of pictures is no flood of requests: only programs' are counted. Raises NotLoggedIn, NotFound."""
    if token is not None:
        viewer = security.read_media_token(token, about)
        log.bind(user_id=viewer)
        return viewer
    session = await _session(request, bearer, cookie)
    account = await _account(session)
    return account.id if session.by_cookie else (await _counted(account)).id


Viewer = Annotated[UserId, Depends(_viewer)]
"""Whose files may be seen: by session, or by a link for this very ad."""

AssetViewer = Annotated[UserId, Depends(_asset_viewer)]
"""The same for a file that a user gave."""


def _address(request: Request) -> str:
    """The nearest address that is not a proxy of ours: what stands left of it, anybody could have written."""
    told = ",".join(request.headers.getlist("x-forwarded-for")).split(",")
    near = request.client.host if request.client else ""
    while _trusted(near) and told and _ip(told[-1]):
        near = told.pop().strip()
    return near


ClientAddress = Annotated[str, Depends(_address)]
"""From where a request comes, as far as that can be known."""


def _from_here(request: Request, address: ClientAddress) -> bool:
    """Behind a proxy that we don't know everybody seems to be on this machine: what was passed on is not from here."""
    peer = request.client.host if request.client else ""
    passed_on = any(name in request.headers for name in _PASSED_ON) and not _trusted(peer)
    ip = _ip(address)
    return ip is not None and ip.is_loopback and not passed_on


FromHere = Annotated[bool, Depends(_from_here)]
"""Whether a request comes from this very machine, as far as that can be known."""


def _trusted(address: str) -> bool:
    ip = _ip(address)
    return ip is not None and any(ip in network for network in settings().trusted_proxies)


def _ip(text: str) -> IPv4Address | IPv6Address | None:
    try:
        ip = ip_address(text.strip())
    except ValueError:
        return None
    return getattr(ip, "ipv4_mapped", None) or ip
