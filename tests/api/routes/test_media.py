from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
from starlette.testclient import TestClient

from adgen_app import security, storage
from adgen_app.config import settings
from adgen_app.domain.account import Account
from adgen_app.domain.generation import Companion, GenerationId, Status
from adgen_app.session import SESSION_COOKIE

VIDEO = bytes(range(256)) * 1000
SIZE = len(VIDEO)


def test_a_video_over_http(server: str, database: str, ad: GenerationId, bearer: dict[str, str]) -> None:
    answer = httpx.get(f"{server}/api/video/{ad}", headers=bearer)
    assert (answer.status_code, answer.content) == (200, VIDEO)
    assert answer.headers["content-type"] == "video/mp4"
    assert answer.headers["content-disposition"] == f'inline; filename="ad_{ad}.mp4"'
    assert answer.headers["accept-ranges"] == "bytes"
    assert answer.headers["cache-control"].startswith("private")
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_to_save_and_not_to_show(server: str, sqlite_database: str, ad: GenerationId, bearer: dict[str, str]) -> None:
    answer = httpx.get(f"{server}/api/video/{ad}?download=1", headers=bearer)
    assert answer.headers["content-disposition"] == f'attachment; filename="ad_{ad}.mp4"'


def test_only_the_headers(server: str, sqlite_database: str, ad: GenerationId, bearer: dict[str, str]) -> None:
    answer = httpx.head(f"{server}/api/video/{ad}", headers=bearer)
    assert (answer.status_code, answer.content, answer.headers["content-length"]) == (200, b"", str(SIZE))
    part = httpx.head(f"{server}/api/video/{ad}", headers={**bearer, "Range": "bytes=0-9"})
    assert (part.status_code, part.headers["content-range"]) == (206, f"bytes 0-9/{SIZE}")
    for name in Companion:
        beside = httpx.head(f"{server}/api/generations/{ad}/{name}", headers=bearer)
        assert (beside.status_code, beside.content) == (200, b"")
    missing = httpx.head(f"{server}/api/video/{uuid4()}", headers=bearer)
    assert (missing.status_code, missing.content) == (404, b"")


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-0", 0, 0),
        ("bytes=0-", 0, SIZE - 1),
        ("bytes=1000-1999", 1000, 1999),
        ("bytes=-500", SIZE - 500, SIZE - 1),
        (f"bytes={SIZE - 1}-", SIZE - 1, SIZE - 1),
        (f"bytes=10-{SIZE * 2}", 10, SIZE - 1),
        (f"bytes=-{SIZE * 2}", 0, SIZE - 1),
        ("BYTES=5-6", 5, 6),
    ],
)
def test_a_part_of_it(
    asked: str, first: int, last: int, server: str, sqlite_database: str, ad: GenerationId, bearer: dict[str, str]
) -> None:
    answer = httpx.get(f"{server}/api/video/{ad}", headers={**bearer, "Range": asked})
    assert (answer.status_code, answer.content) == (206, VIDEO[first : last + 1])
    assert answer.headers["content-range"] == f"bytes {first}-{last}/{SIZE}"
    assert answer.headers["content-length"] == str(last - first + 1)
    assert answer.headers["content-type"] == "video/mp4"


def test_several_parts(server: str, sqlite_database: str, ad: GenerationId, bearer: dict[str, str]) -> None:
    answer = httpx.get(f"{server}/api/video/{ad}", headers={**bearer, "Range": "bytes=0-1, 100-101"})
    assert answer.status_code == 206
    assert answer.headers["content-type"].startswith("multipart/byteranges")
    assert VIDEO[100:102] in answer.content


@pytest.mark.parametrize("asked", [f"bytes={SIZE}-", f"bytes={SIZE}-{SIZE + 5}", f"bytes={10**20 - 1}-", "bytes=-0"])
def test_a_part_that_is_not_there(
    asked: str, server: str, sqlite_database: str, ad: GenerationId, bearer: dict[str, str]
) -> None:
    answer = httpx.get(f"{server}/api/video/{ad}", headers={**bearer, "Range": asked})
    assert (answer.status_code, answer.headers["content-range"]) == (416, f"bytes */{SIZE}")
    assert answer.json()["error"]["code"] == "RANGE_NOT_SATISFIABLE"


@pytest.mark.parametrize(
    "asked", ["bytes", "bytes=", "bytes=a-b", "bytes=9-5", "items=0-1", "bytes=--1", "bytes=1", "x" * 900]
)
def test_a_range_that_makes_no_sense_is_overlooked(
    asked: str, server: str, sqlite_database: str, ad: GenerationId, bearer: dict[str, str]
) -> None:
    answer = httpx.get(f"{server}/api/video/{ad}", headers={**bearer, "Range": asked})
    assert (answer.status_code, len(answer.content)) == (200, SIZE)


def test_a_changed_file_is_sent_whole(
    server: str, sqlite_database: str, ad: GenerationId, bearer: dict[str, str]
) -> None:
    asked = {**bearer, "Range": "bytes=0-9"}
    tag = httpx.head(f"{server}/api/video/{ad}", headers=bearer).headers["etag"]
    assert httpx.get(f"{server}/api/video/{ad}", headers={**asked, "If-Range": tag}).status_code == 206
    assert httpx.get(f"{server}/api/video/{ad}", headers={**asked, "If-Range": '"old"'}).status_code == 200


@pytest.mark.parametrize("asked", ["{}", '"old", {}', "W/{}", "*"])
@pytest.mark.parametrize("kind", ["video", "thumbnail"])
def test_what_one_has_is_not_sent_again(
    kind: str, asked: str, server: str, sqlite_database: str, ad: GenerationId, bearer: dict[str, str]
) -> None:
    address = f"{server}/api/{kind}/{ad}"
    tag = httpx.head(address, headers=bearer).headers["etag"]
    answer = httpx.get(address, headers={**bearer, "If-None-Match": asked.format(tag), "Range": "bytes=0-9"})
    assert (answer.status_code, answer.content, answer.headers["etag"]) == (304, b"", tag)
    assert httpx.get(address, headers={**bearer, "If-None-Match": '"old"'}).status_code == 200


def test_an_id_may_be_written_in_capitals(server: str, database: str, ad: GenerationId, bearer: dict[str, str]) -> None:
    for path in (f"video/{ad.upper()}", f"status/{ad.upper()}", f"generations/{ad.upper()}/captions.srt"):
        assert httpx.get(f"{server}/api/{path}", headers=bearer).status_code == 200
    assert httpx.delete(f"{server}/api/generations/{ad.upper()}", headers=bearer).json()["generation_id"] == ad
    assert httpx.get(f"{server}/api/video/{ad}", headers=bearer).status_code == 404


def test_a_thumbnail(server: str, sqlite_database: str, ad: GenerationId, bearer: dict[str, str]) -> None:
    answer = httpx.get(f"{server}/api/thumbnail/{ad}", headers=bearer)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/jpeg")
    assert answer.content.startswith(b"\xff\xd8")
    assert answer.headers["content-disposition"] == f'inline; filename="ad_{ad}.jpg"'


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("preview.webp", "image/webp"),
        ("captions.vtt", "text/vtt; charset=utf-8"),
        ("captions.srt", "application/x-subrip"),
    ],
)
def test_a_file_that_stands_beside_it(
    name: str, kind: str, server: str, sqlite_database: str, ad: GenerationId, user: Account, bearer: dict[str, str]
) -> None:
    address = f"{server}/api/generations/{ad}/{name}"
    answer = httpx.get(address, headers=bearer)
    assert (answer.status_code, answer.headers["content-type"]) == (200, kind)
    assert answer.text == f"{name} of the ad"
    assert f'filename="ad_{ad}.' in answer.headers["content-disposition"]
    assert answer.headers["cache-control"].startswith("private")
    assert httpx.get(address, params={"token": security.media_token(user.id, ad)}).status_code == 200
    assert httpx.get(address).status_code == 401
    storage.remove(f"ads/{ad}/")
    assert httpx.get(address, headers=bearer).status_code == 404


@pytest.mark.parametrize("kind", ["video", "thumbnail"])
def test_nginx_is_told_which_file_to_send(
    kind: str,
    sqlite_database: str,
    api: TestClient,
    ad: GenerationId,
    bearer: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    here = api.get(f"/api/{kind}/{ad}", headers=bearer)
    monkeypatch.setenv("ADGEN_ACCEL_REDIRECT", "/_media")
    settings.cache_clear()
    answer = api.get(f"/api/{kind}/{ad}", headers={**bearer, "Range": "bytes=0-9"})
    assert (answer.status_code, answer.content) == (200, b"")
    name = here.headers["content-disposition"].rpartition(".")[2].rstrip('"')
    assert answer.headers["x-accel-redirect"] in {f"/_media/ads/{ad}/ad.{name}", f"/_media/ads/{ad}/thumbnail.{name}"}
    for header in ("content-type", "content-disposition", "cache-control"):
        assert answer.headers[header] == here.headers[header]
    assert api.get(f"/api/{kind}/{ad}").status_code == 401
    assert "x-accel-redirect" not in api.get(f"/api/{kind}/{ad}").headers


# --- who may see it ---


def test_a_browsers_session_opens_it(sqlite_database: str, api: TestClient, ad: GenerationId, token: str) -> None:
    api.cookies.set(SESSION_COOKIE, token)
    assert api.get(f"/api/video/{ad}").status_code == 200


@pytest.mark.parametrize("kind", ["video", "thumbnail"])
def test_a_link_opens_it(kind: str, server: str, database: str, user: Account, ad: GenerationId) -> None:
    link = f"{server}/api/{kind}/{ad}?token={security.media_token(user.id, ad)}"
    assert httpx.get(link).status_code == 200
    assert httpx.get(link, headers={"Range": "bytes=0-3"}).status_code == 206


def test_a_link_is_for_this_ad_and_this_user_alone(
    database: str,
    api: TestClient,
    user: Account,
    other_user: Account,
    ad: GenerationId,
    token: str,
    put: Callable[..., GenerationId],
) -> None:
    another = put(user)
    links = [
        (another, security.media_token(user.id, ad)),
        (ad, security.media_token(other_user.id, ad)),
        (ad, security.media_token(user.id, another)),
        (ad, token),
        (ad, ""),
        (ad, "x"),
        (ad, f"{security.media_token(user.id, ad)[:-3]}abc"),
    ]
    addresses = ("video/{}", "thumbnail/{}", *(f"generations/{{}}/{name}" for name in Companion))
    for address in addresses:
        for generation_id, link in links:
            answer = api.get(f"/api/{address.format(generation_id)}", params={"token": link})
            assert (answer.status_code, answer.json()["error"]["code"]) == (404, "NOT_FOUND")


def test_a_link_opens_nothing_else(sqlite_database: str, api: TestClient, user: Account, ad: GenerationId) -> None:
    link = security.media_token(user.id, ad)
    assert api.get("/api/auth/me", headers={"Authorization": f"Bearer {link}"}).status_code == 401
    assert api.get(f"/api/status/{ad}?token={link}").status_code == 401


def test_a_link_ends(
    sqlite_database: str, api: TestClient, user: Account, ad: GenerationId, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Past(settings().__class__):
        media_link_minutes: int = -1

    with monkeypatch.context() as earlier:
        earlier.setattr(security, "settings", Past)
        link = security.media_token(user.id, ad)
    assert api.get(f"/api/video/{ad}?token={link}").status_code == 404


# --- what is not there ---


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (Status.PENDING, "This ad is not finished yet."),
        (Status.PROCESSING, "This ad is not finished yet."),
        (Status.FAILED, "This ad could not be made: it has no files."),
        (Status.CANCELLED, "This ad was cancelled: it has no files."),
    ],
)
def test_an_ad_without_files_is_not_ready(
    status: Status,
    said: str,
    sqlite_database: str,
    api: TestClient,
    user: Account,
    bearer: dict[str, str],
    put: Callable[..., GenerationId],
) -> None:
    ad = put(user, status=status)
    for kind in ("video", "thumbnail"):
        answer = api.get(f"/api/{kind}/{ad}", headers=bearer)
        assert answer.status_code == 400
        assert answer.json() == {"error": {"code": "NOT_READY", "message": said}}


def test_a_lost_file_is_not_found(
    sqlite_database: str, api: TestClient, ad: GenerationId, bearer: dict[str, str]
) -> None:
    storage.remove(f"ads/{ad}/")
    assert api.get(f"/api/video/{ad}", headers=bearer).status_code == 404


def test_a_file_that_is_elsewhere_is_pointed_to(
    sqlite_database: str, api: TestClient, ad: GenerationId, bearer: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage, "locate", lambda key: f"https://bucket.example/{key}?signature=x")
    answer = api.get(f"/api/video/{ad}", headers=bearer, follow_redirects=False)
    assert answer.status_code == 307
    assert answer.headers["location"] == f"https://bucket.example/ads/{ad}/ad.mp4?signature=x"
    assert answer.headers["cache-control"] == "no-store"


def test_the_folder_of_files_has_no_address(
    server: str, sqlite_database: str, ad: GenerationId, tmp_path: Path
) -> None:
    assert (tmp_path / "media" / "ads" / ad / "ad.mp4").exists()
    for path in (f"/media/ads/{ad}/ad.mp4", f"/ads/{ad}/ad.mp4", f"/api/video/../../media/ads/{ad}/ad.mp4"):
        assert httpx.get(f"{server}{path}").status_code == 404
