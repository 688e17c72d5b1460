from collections.abc import Callable
from uuid import UUID

import httpx
import pytest
from starlette.testclient import TestClient

from adgen_app.db.engine import transaction
from adgen_app.db.models import GenerationRow
from adgen_app.domain.account import Account
from adgen_app.domain.brief import Brief
from adgen_app.domain.generation import GenerationId, Status
from adgen_app.domain.storyboard import Storyboard
from adgen_app.planning.writer import plan
from adgen_app.services import progress

PROMPT = "Soy candles that smell of forest"
SCRIPT = "<script>alert('candles')</script> & <b>more</b>"
Put = Callable[..., GenerationId]


# --- generate ---


def test_a_prompt_is_enough(database: str, api: TestClient, bearer: dict[str, str]) -> None:
    answer = api.post("/api/generate", headers=bearer, json={"prompt": PROMPT})
    assert answer.status_code == 202
    started = answer.json()
    assert started.keys() == {"generation_id", "status", "message"}
    assert (started["status"], started["message"]) == ("pending", "Your ad is in the queue.")
    assert UUID(started["generation_id"])


def test_a_whole_brief_is_kept(sqlite_database: str, api: TestClient, bearer: dict[str, str]) -> None:
    brief = {
        "prompt": f"  {PROMPT}  ",
        "product_name": "Forest & Co",
        "audience": "campers",
        "offer": "20% off",
        "call_to_action": "Light one",
        "brand_colours": ["#112233"],
        "style": "organic",
        "framework": "BAB",
        "duration": 30,
        "aspect_ratio": "1:1",
        "music_mood": "calm",
        "grain": True,
        "vignette": True,
        "take": 2,
    }
    ad = api.post("/api/generate", headers=bearer, json=brief).json()["generation_id"]
    with transaction() as session:
        kept = session.get_one(GenerationRow, ad).brief
    without = {"photos": [], "logo": None, "track": None, "voice": None, "voice_text": ""}
    assert kept == {**brief, "prompt": PROMPT, **without}
    listed = api.get("/api/generations", headers=bearer).json()["generations"][0]
    assert (listed["duration"], listed["aspect_ratio"], listed["prompt"]) == (30, "1:1", PROMPT)


@pytest.mark.parametrize(
    ("brief", "code"),
    [
        ({}, "PROMPT_TOO_SHORT"),
        ({"prompt": "too short"}, "PROMPT_TOO_SHORT"),
        ({"prompt": "a" + " " * 20}, "PROMPT_TOO_SHORT"),
        ({"prompt": "x" * 501}, "PROMPT_TOO_LONG"),
        ({"prompt": None}, "INVALID_PROMPT"),
        ({"prompt": 1234567890}, "INVALID_PROMPT"),
        ({"prompt": PROMPT, "duration": 20}, "INVALID_DURATION"),
        ({"prompt": PROMPT, "aspect_ratio": "3:2"}, "INVALID_ASPECT_RATIO"),
        ({"prompt": PROMPT, "framework": "ABC"}, "INVALID_FRAMEWORK"),
        ({"prompt": PROMPT, "style": "loud"}, "INVALID_STYLE"),
        ({"prompt": PROMPT, "music_mood": "loud"}, "INVALID_MUSIC_MOOD"),
        ({"prompt": PROMPT, "brand_colours": ["red"]}, "INVALID_BRAND_COLOURS"),
        ({"prompt": PROMPT, "brand_colours": ["#112233"] * 4}, "INVALID_BRAND_COLOURS"),
    ],
)
def test_a_brief_that_can_not_be_is_refused_in_words(
    brief: dict[str, object], code: str, sqlite_database: str, api: TestClient, bearer: dict[str, str]
) -> None:
    answer = api.post("/api/generate", headers=bearer, json=brief)
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, code)
    assert api.get("/api/generations", headers=bearer).json()["total"] == 0


def test_html_in_a_prompt_is_text(server: str, database: str, bearer: dict[str, str]) -> None:
    ad = httpx.post(f"{server}/api/generate", headers=bearer, json={"prompt": SCRIPT}).json()["generation_id"]
    listed = httpx.get(f"{server}/api/generations", headers=bearer, params={"q": "<SCRIPT>"})
    assert listed.headers["content-type"] == "application/json"
    assert [(found["id"], found["prompt"]) for found in listed.json()["generations"]] == [(ad, SCRIPT)]


def test_ten_ads_an_hour(database: str, api: TestClient, bearer: dict[str, str]) -> None:
    statuses = [api.post("/api/generate", headers=bearer, json={"prompt": PROMPT}).status_code for _ in range(10)]
    assert statuses == [202] * 10
    refused = api.post("/api/generate", headers=bearer, json={"prompt": PROMPT})
    assert (refused.status_code, refused.json()["error"]["code"]) == (429, "TOO_MANY_ADS")
    assert 3500 < int(refused.headers["retry-after"]) <= 3600


# --- status ---


def test_status_of_a_new_ad(database: str, api: TestClient, bearer: dict[str, str]) -> None:
    ad = api.post("/api/generate", headers=bearer, json={"prompt": PROMPT}).json()["generation_id"]
    state = api.get(f"/api/status/{ad}", headers=bearer).json()
    assert state.pop("created_at").endswith("Z")
    assert state == {
        "generation_id": ad,
        "status": "pending",
        "progress": 0,
        "current_step": "Waiting for its turn",
        "video_url": None,
        "cost": None,
        "error": None,
        "completed_at": None,
    }


def test_status_of_a_finished_ad(database: str, api: TestClient, ad: GenerationId, bearer: dict[str, str]) -> None:
    state = api.get(f"/api/status/{ad}", headers=bearer).json()
    assert (state["status"], state["progress"], state["cost"]) == ("completed", 100, 0.25)
    assert state["completed_at"].endswith("Z")
    assert api.get(state["video_url"], headers=bearer).status_code == 200


# --- list ---


def test_a_list_is_newest_first_in_pages(
    database: str, api: TestClient, user: Account, other_user: Account, bearer: dict[str, str], put: Put
) -> None:
    ads = [put(user, age=age) for age in range(3)]
    put(other_user)
    listing = api.get("/api/generations?limit=2&offset=1&sort=created_at_desc", headers=bearer).json()
    assert (listing["total"], listing["limit"], listing["offset"]) == (3, 2, 1)
    assert [ad["id"] for ad in listing["generations"]] == ads[1:]
    assert listing["generations"][0].keys() == {
        "id", "prompt", "status", "video_url", "thumbnail_url", "duration", "aspect_ratio", "cost", "created_at",
        "completed_at",
    }  # fmt: skip
    assert api.get(listing["generations"][0]["thumbnail_url"], headers=bearer).status_code == 200


def test_a_list_has_twenty_unless_told(
    sqlite_database: str, api: TestClient, user: Account, bearer: dict[str, str], put: Put
) -> None:
    for _ in range(21):
        put(user, status=Status.FAILED)
    listing = api.get("/api/generations", headers=bearer).json()
    assert (listing["total"], listing["limit"], listing["offset"], len(listing["generations"])) == (21, 20, 0, 20)


def test_a_list_is_narrowed(database: str, api: TestClient, user: Account, bearer: dict[str, str], put: Put) -> None:
    put(user, "Candles that failed", Status.FAILED)
    put(user, "Candles that are done")
    put(user, "Shoes that failed", Status.FAILED)
    listing = api.get("/api/generations?status=failed&q=CANDLES", headers=bearer).json()
    assert [ad["prompt"] for ad in listing["generations"]] == ["Candles that failed"]
    assert listing["total"] == 1


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("limit=0", "INVALID_LIMIT"),
        ("limit=101", "INVALID_LIMIT"),
        ("limit=x", "INVALID_LIMIT"),
        ("limit=99999999999999999999", "INVALID_LIMIT"),
        ("offset=-1", "INVALID_OFFSET"),
        ("offset=99999999999999999999", "INVALID_OFFSET"),
        ("status=done", "INVALID_STATUS"),
        ("sort=cost", "INVALID_SORT"),
        (f"q={'x' * 501}", "INVALID_Q"),
    ],
)
def test_a_list_that_can_not_be(
    query: str, code: str, sqlite_database: str, api: TestClient, bearer: dict[str, str]
) -> None:
    answer = api.get(f"/api/generations?{query}", headers=bearer)
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, code)


@pytest.mark.parametrize("query", ["limit=1", "limit=100", "offset=2147483647", "q=%00", "q=%25", "q=%ff", "q='"])
def test_a_list_that_can(query: str, database: str, api: TestClient, bearer: dict[str, str]) -> None:
    assert api.get(f"/api/generations?{query}", headers=bearer).status_code == 200


# --- stop, again, delete ---


def test_cancel(database: str, api: TestClient, bearer: dict[str, str]) -> None:
    ad = api.post("/api/generate", headers=bearer, json={"prompt": PROMPT}).json()["generation_id"]
    stopped = api.post(f"/api/generations/{ad}/cancel", headers=bearer)
    assert (stopped.status_code, stopped.json()["status"]) == (200, "cancelled")
    late = api.post(f"/api/generations/{ad}/cancel", headers=bearer)
    assert (late.status_code, late.json()["error"]["code"]) == (409, "ALREADY_FINISHED")


def test_again(database: str, api: TestClient, ad: GenerationId, bearer: dict[str, str]) -> None:
    answer = api.post(f"/api/generations/{ad}/again", headers=bearer)
    assert (answer.status_code, answer.json()["status"]) == (202, "pending")
    assert answer.json()["generation_id"] != ad
    assert {found["prompt"] for found in api.get("/api/generations", headers=bearer).json()["generations"]} == {PROMPT}


def test_delete_takes_row_and_files(database: str, api: TestClient, ad: GenerationId, bearer: dict[str, str]) -> None:
    answer = api.delete(f"/api/generations/{ad}", headers=bearer)
    assert (answer.status_code, answer.json()) == (200, {"message": "The ad is deleted.", "generation_id": ad})
    assert api.get(f"/api/status/{ad}", headers=bearer).status_code == 404
    assert api.get(f"/api/video/{ad}", headers=bearer).status_code == 404
    assert api.delete(f"/api/generations/{ad}", headers=bearer).status_code == 404


# --- storyboard ---


def test_a_storyboard(database: str, api: TestClient, ad: GenerationId, bearer: dict[str, str]) -> None:
    early = api.get(f"/api/generations/{ad}/storyboard", headers=bearer)
    assert (early.status_code, early.json()["error"]["code"]) == (400, "NOT_READY")
    planned = plan(Brief(prompt=PROMPT))
    with transaction() as session:
        session.get_one(GenerationRow, ad).storyboard = planned.model_dump(mode="json")
    answer = api.get(f"/api/generations/{ad}/storyboard", headers=bearer)
    assert Storyboard.model_validate(answer.json()) == planned


def test_an_ad_knows_the_request_that_asked_for_it(database: str, api: TestClient, bearer: dict[str, str]) -> None:
    started = api.post("/api/generate", json={"prompt": PROMPT}, headers={**bearer, "X-Request-ID": "from-nginx-1"})
    ad = started.json()["generation_id"]
    again = api.post(f"/api/generations/{ad}/again", headers=bearer)
    assert progress.ids(ad)["request_id"] == "from-nginx-1"
    assert progress.ids(again.json()["generation_id"])["request_id"] == again.headers["x-request-id"]
