from collections.abc import Iterator
from io import BytesIO
from itertools import chain
from typing import Any

import httpx
import pytest
from PIL import Image
from starlette.requests import Request
from starlette.testclient import TestClient

from adgen_app import security
from adgen_app.config import settings
from adgen_app.domain.account import Account
from adgen_app.domain.asset import Asset, AssetId, AssetKind
from adgen_app.domain.brief import Brief
from adgen_app.services import assets, generations
from adgen_app.session import SESSION_COOKIE
from tests import gifts

PHOTO = gifts.photo()
PROMPT = "Soy candles that smell of forest"


@pytest.fixture
def photo(user: Account) -> Asset:
    return assets.add(user.id, AssetKind.PHOTO, "Kerze grün.png", PHOTO)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch, database: str) -> Iterator[None]:
    monkeypatch.setenv("ADGEN_UPLOAD_MEGABYTES", "2")
    settings.cache_clear()
    yield
    settings.cache_clear()


def sent(content: bytes, kind: str = "photo", name: str = "candle.jpg") -> dict[str, Any]:
    return {"files": {"file": (name, content, "image/jpeg")}, "data": {"kind": kind}}


def code(answer: httpx.Response) -> tuple[int, str]:
    assert set(answer.json()) == {"error"}
    return answer.status_code, answer.json()["error"]["code"]


# --- sending ---


def test_a_photo_is_taken_in_over_http(server: str, database: str, bearer: dict[str, str]) -> None:
    answer = httpx.post(f"{server}/api/assets", headers=bearer, **sent(PHOTO))
    body = answer.json()
    assert answer.status_code == 201
    assert (body["kind"], body["name"], body["width"], body["height"]) == ("photo", "candle.jpg", 600, 400)
    assert (body["seconds"], body["url"]) == (None, f"/api/assets/{body['id']}")
    assert "media" not in body
    content = httpx.get(f"{server}{body['url']}", headers=bearer)
    assert Image.open(BytesIO(content.content)).size == (600, 400)


@pytest.mark.parametrize(
    ("kind", "content", "media_type"),
    [
        ("logo", gifts.logo(), "image/png"),
        ("track", gifts.track(), "audio/mp4"),
        ("voice", gifts.voice(), "audio/mp4"),
        ("photo", PHOTO, "image/jpeg"),
    ],
)
def test_each_kind_goes_in_and_comes_out(
    kind: str, content: bytes, media_type: str, sqlite_database: str, api: TestClient, bearer: dict[str, str]
) -> None:
    body = api.post("/api/assets", headers=bearer, **sent(content, kind, "mine.xyz")).json()
    answer = api.get(body["url"], headers=bearer)
    assert answer.headers["content-type"] == media_type
    assert answer.headers["content-disposition"].startswith('inline; filename="mine.')
    assert answer.headers["cache-control"].startswith("private")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert len(answer.content) == body["bytes"]
    part = api.get(body["url"], headers={**bearer, "Range": "bytes=0-9"})
    assert (part.status_code, part.content) == (206, answer.content[:10])


@pytest.mark.parametrize(
    ("request_with", "wanted"),
    [
        (sent(b"just a text"), (422, "NOT_A_PICTURE")),
        (sent(PHOTO, "track"), (422, "NOT_A_TRACK")),
        (sent(gifts.voice(seconds=0.4), "voice"), (422, "VOICE_TOO_SHORT")),
        (sent(PHOTO[:3000]), (422, "DAMAGED_PICTURE")),
        (sent(PHOTO, "poster"), (422, "INVALID_KIND")),
        ({"files": {"file": ("x.jpg", PHOTO)}}, (422, "INVALID_KIND")),
        ({"data": {"kind": "photo"}}, (422, "INVALID_FILE")),
        ({"files": {"file": (None, "text")}, "data": {"kind": "photo"}}, (422, "INVALID_FILE")),
        ({"json": {"kind": "photo"}}, (422, "INVALID_FILE")),
        ({"files": {"file": ("x.jpg", PHOTO)}, "data": {"kind": "photo", "user_id": "me"}}, (422, "UNKNOWN_FIELD")),
        (
            {"files": [("file", ("x.jpg", PHOTO)), ("file", ("y.jpg", PHOTO))], "data": {"kind": "photo"}},
            (400, "BAD_REQUEST"),
        ),
        (
            {"content": b"--x\r\nnonsense", "headers": {"Content-Type": "multipart/form-data; boundary=x"}},
            (422, "INVALID_FILE"),
        ),
        ({"content": b"", "headers": {"Content-Type": "multipart/form-data"}}, (400, "BAD_REQUEST")),
    ],
)
def test_what_is_no_file_is_refused(
    request_with: dict[str, Any],
    wanted: tuple[int, str],
    sqlite_database: str,
    api: TestClient,
    user: Account,
    bearer: dict[str, str],
) -> None:
    headers = {**bearer, **request_with.get("headers", {})}
    assert code(api.post("/api/assets", **{**request_with, "headers": headers})) == wanted
    assert assets.page(user.id).total == 0


HEAD = b'--x\r\nContent-Disposition: form-data; name="file"; filename="big.jpg"\r\n\r\n'


@pytest.mark.usefixtures("small")
def test_too_large_is_said_before_it_is_read(server: str, sqlite_database: str, bearer: dict[str, str]) -> None:
    inside = httpx.post(f"{server}/api/assets", headers=bearer, **sent(PHOTO + bytes(2_100_000)))
    beyond = httpx.post(f"{server}/api/assets", headers=bearer, **sent(PHOTO + bytes(4_000_000)))
    pieces = httpx.post(
        f"{server}/api/assets",
        headers=bearer | {"Content-Type": "multipart/form-data; boundary=x"},
        content=chain([HEAD], (b"x" * 65536 for _ in range(64))),
    )
    for answer in (inside, beyond, pieces):
        assert code(answer) == (413, "TOO_LARGE")
        assert answer.json()["error"]["message"] == "This file is larger than 2 MB. Please make it smaller."


def test_nobody_makes_us_read_a_file_without_a_session(
    sqlite_database: str, api: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Request, "stream", lambda _: pytest.fail("it is read"))
    assert code(api.post("/api/assets", **sent(PHOTO))) == (401, "NOT_LOGGED_IN")


def test_a_foreign_page_can_not_use_a_browsers_session(sqlite_database: str, api: TestClient, token: str) -> None:
    api.cookies.set(SESSION_COOKIE, token)
    assert code(api.post("/api/assets", **sent(PHOTO))) == (403, "FOREIGN_PAGE")
    ours = api.post("/api/assets", **sent(PHOTO), headers={"Sec-Fetch-Site": "same-origin"})
    assert ours.status_code == 201


# --- looking ---


def test_the_library_is_listed(
    database: str, api: TestClient, user: Account, photo: Asset, bearer: dict[str, str]
) -> None:
    logo = assets.add(user.id, AssetKind.LOGO, "logo.png", gifts.logo())
    body = api.get("/api/assets?limit=1", headers=bearer).json()
    assert (body["total"], body["limit"], body["offset"]) == (2, 1, 0)
    assert [each["id"] for each in body["assets"]] == [logo.id]
    photos = api.get("/api/assets?kind=photo", headers=bearer).json()["assets"]
    assert [(each["id"], each["name"]) for each in photos] == [(photo.id, "Kerze grün.png")]
    assert code(api.get("/api/assets?limit=101", headers=bearer)) == (422, "INVALID_LIMIT")


def test_a_link_shows_this_very_file(
    sqlite_database: str, api: TestClient, user: Account, other_user: Account, photo: Asset
) -> None:
    def seen(asset_id: str, token: str) -> int:
        return api.get(f"/api/assets/{asset_id}?token={token}").status_code

    other = assets.add(user.id, AssetKind.PHOTO, "other.jpg", gifts.photo("#123456"))
    assert seen(photo.id, security.media_token(user.id, photo.id)) == 200
    assert seen(photo.id, security.media_token(user.id, other.id)) == 404
    assert seen(photo.id, security.media_token(other_user.id, photo.id)) == 404
    assert seen(photo.id, "nonsense") == 404


def test_somebody_elses_file_is_not_there(
    sqlite_database: str, api: TestClient, other_user: Account, photo: Asset
) -> None:
    theirs = {"Authorization": f"Bearer {security.session_token(other_user.id, 0)}"}
    for act in (api.get, api.delete):
        assert code(act(f"/api/assets/{photo.id}", headers=theirs)) == (404, "NOT_FOUND")
    assert api.get("/api/assets", headers=theirs).json()["total"] == 0
    refused = api.post("/api/generate", headers=theirs, json={"prompt": PROMPT, "photos": [photo.id]})
    assert code(refused) == (422, "UNKNOWN_PHOTO")


# --- using, deleting ---


def test_an_ad_is_ordered_with_files(
    sqlite_database: str, api: TestClient, user: Account, photo: Asset, bearer: dict[str, str]
) -> None:
    logo = assets.add(user.id, AssetKind.LOGO, "logo.png", gifts.logo())
    track = assets.add(user.id, AssetKind.TRACK, "song.wav", gifts.track())
    voice = assets.add(user.id, AssetKind.VOICE, "me.wav", gifts.voice())
    order = {"prompt": PROMPT, "photos": [photo.id], "logo": logo.id, "track": track.id}
    order |= {"voice": voice.id, "voice_text": "Fresh bread before your first coffee."}
    answer = api.post("/api/generate", headers=bearer, json=order)
    assert answer.status_code == 202
    assert generations.get(user.id, answer.json()["generation_id"]).brief == Brief.model_validate(order)
    assert code(api.delete(f"/api/assets/{photo.id}", headers=bearer)) == (409, "IN_USE")


@pytest.mark.parametrize(
    ("field", "value", "wanted"),
    [
        ("photos", ["1" * 36], "UNKNOWN_PHOTO"),
        ("photos", ["x" * 5000], "UNKNOWN_PHOTO"),
        ("photos", "x", "INVALID_PHOTOS"),
        ("photos", [str(n) for n in range(6)], "INVALID_PHOTOS"),
        ("logo", "0" * 36, "UNKNOWN_LOGO"),
        ("track", "a\0b", "UNKNOWN_TRACK"),
        ("voice", "0" * 36, "UNKNOWN_VOICE"),
        ("voice_text", "a" * 1001, "INVALID_VOICE_TEXT"),
    ],
)
def test_an_order_with_what_is_not_there_is_refused(
    field: str, value: object, wanted: str, sqlite_database: str, api: TestClient, bearer: dict[str, str]
) -> None:
    assert code(api.post("/api/generate", headers=bearer, json={"prompt": PROMPT, field: value})) == (422, wanted)


def test_a_file_is_deleted(database: str, api: TestClient, user: Account, photo: Asset, bearer: dict[str, str]) -> None:
    answer = api.delete(f"/api/assets/{photo.id}", headers=bearer)
    assert (answer.status_code, answer.json()["asset_id"]) == (200, photo.id)
    assert code(api.get(f"/api/assets/{photo.id}", headers=bearer)) == (404, "NOT_FOUND")
    assert code(api.delete(f"/api/assets/{AssetId(photo.id)}", headers=bearer)) == (404, "NOT_FOUND")
