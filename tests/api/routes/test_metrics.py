import time

import httpx
import pytest
from starlette.testclient import TestClient

from adgen_app.api.app import create
from adgen_app.config import settings
from adgen_app.db import engine as engines
from adgen_app.domain.account import Account
from adgen_app.domain.brief import Brief
from adgen_app.services import generations
from tests.observe.test_metrics import samples, value

TOKEN = "a-token-for-prometheus"


def ask(
    monkeypatch: pytest.MonkeyPatch, peer: str, headers: dict[str, str], trusted: str = "", token: str = ""
) -> httpx.Response:
    monkeypatch.setenv("ADGEN_TRUSTED_PROXIES", trusted)
    monkeypatch.setenv("ADGEN_METRICS_TOKEN", token)
    settings.cache_clear()
    with TestClient(create(), client=(peer, 1)) as client:
        return client.get("/api/metrics", headers=headers)


def forwarded(*addresses: str) -> dict[str, str]:
    return {"X-Forwarded-For": ", ".join(addresses)}


@pytest.mark.parametrize(
    ("peer", "headers", "trusted"),
    [
        ("127.0.0.1", {}, ""),
        ("127.0.0.9", {}, "127.0.0.0/8"),
        ("::1", {}, ""),
        ("::ffff:127.0.0.1", {}, ""),
        ("127.0.0.1", forwarded("127.0.0.1"), "127.0.0.1"),
        ("10.0.0.2", forwarded("::1"), "10.0.0.0/8"),
    ],
)
def test_this_machine_may_read_them(
    peer: str, headers: dict[str, str], trusted: str, sqlite_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = ask(monkeypatch, peer, headers, trusted)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/plain; version=")
    assert value(samples(answer.content), "adgen_database_up") == 1


@pytest.mark.parametrize(
    ("peer", "headers", "trusted"),
    [
        ("8.8.8.8", {}, ""),
        ("10.0.0.2", {}, "10.0.0.0/8"),
        ("testclient", {}, ""),
        ("8.8.8.8", forwarded("127.0.0.1"), ""),
        ("8.8.8.8", forwarded("127.0.0.1"), "127.0.0.1"),
        ("127.0.0.1", forwarded("8.8.8.8"), "127.0.0.1"),
        ("127.0.0.1", forwarded("127.0.0.1", "8.8.8.8"), "127.0.0.1"),
        ("127.0.0.1", forwarded("8.8.8.8"), ""),
        ("127.0.0.1", forwarded("127.0.0.1"), ""),
        ("127.0.0.1", {"Forwarded": "for=8.8.8.8"}, ""),
        ("127.0.0.1", {"X-Real-IP": "8.8.8.8"}, ""),
    ],
)
def test_to_others_they_are_not_there(
    peer: str, headers: dict[str, str], trusted: str, sqlite_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = ask(monkeypatch, peer, headers, trusted)
    assert (answer.status_code, answer.json()["error"]["code"]) == (404, "NOT_FOUND")


@pytest.mark.parametrize("peer", ["127.0.0.1", "8.8.8.8"])
def test_a_token_is_the_only_way_where_there_is_one(
    peer: str, sqlite_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def status(headers: dict[str, str]) -> int:
        return ask(monkeypatch, peer, headers, token=TOKEN).status_code

    assert status({"Authorization": f"Bearer {TOKEN}"}) == 200
    assert {
        status(headers)
        for headers in (
            {},
            {"Authorization": TOKEN},
            {"Authorization": f"Bearer {TOKEN}x"},
            {"Authorization": "Bearer "},
            {"Authorization": f"Basic {TOKEN}"},
        )
    } == {404}


def test_over_http_for_an_ad_that_waits(server: str, user: Account, database: str) -> None:
    prompt = "Soy candles that smell of a secret forest"
    generations.start(user.id, Brief(prompt=prompt))
    text = httpx.get(f"{server}/api/metrics").content
    found = samples(text)
    assert value(found, "adgen_queue_waiting", queue="ads") == 1
    assert value(found, "adgen_workers") == 0
    assert value(found, "adgen_provider_calls", provider="adgen", unit="ad") == 1
    assert value(found, "adgen_ad_seconds_count", outcome="completed") == 0
    assert not any(word in text.decode() for word in (user.id, user.username, "secret", prompt))


def test_without_a_database_they_say_so(sqlite_database: str, api: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")
    monkeypatch.setenv("ADGEN_METRICS_TOKEN", TOKEN)
    settings.cache_clear()
    engines.engine().dispose()
    engines.engine.cache_clear()
    began = time.monotonic()
    answer = api.get("/api/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    assert time.monotonic() - began < 8
    assert (answer.status_code, value(samples(answer.content), "adgen_database_up")) == (200, 0)
