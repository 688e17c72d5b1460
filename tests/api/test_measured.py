"""Requests as they are counted and traced, over HTTP."""

from collections.abc import Iterator
from uuid import uuid4

import httpx
import pytest
import structlog

from adgen_app import security
from adgen_app.config import settings
from adgen_app.domain.account import Account
from adgen_app.domain.generation import GenerationId
from adgen_app.observe import metrics, traces
from tests.observe.collector import Collector, collecting
from tests.observe.test_metrics import Sample, samples
from tests.observe.test_otlp import attributes, spans

NAME = "adgen_http_requests_total"


@pytest.fixture
def collector() -> Iterator[Collector]:
    with collecting() as made:
        yield made


def counted() -> dict[Sample, float]:
    return {key: number for key, number in samples(metrics.exposition(None, None)).items() if key[0] == NAME}


def since(before: dict[Sample, float]) -> dict[tuple[str, str, str], int]:
    more: dict[tuple[str, str, str], int] = {}
    for (_, labels), number in counted().items():
        named = dict(labels)
        new = int(number - before.get((NAME, labels), 0))
        if new:
            more[named["method"], named["route"], named["status"]] = new
    return more


def test_by_the_template_of_the_route_whatever_is_asked_for(
    sqlite_database: str, server: str, ad: GenerationId, bearer: dict[str, str]
) -> None:
    before = counted()
    with httpx.Client(base_url=server) as client:
        client.get(f"/api/status/{ad}", headers=bearer)
        client.get(f"/api/status/{uuid4()}", headers=bearer)
        client.get(f"/api/status/{ad}")
        client.get("/api/generations?q=secret", headers=bearer)
        for path in ("/api/nothing", f"/api/{uuid4()}", "/api/status/a/b"):
            client.get(path)
        client.request("BREW", "/api/health")
        client.get("/")
        client.get(f"/ads/{uuid4()}")
        client.get("/_upload/photo.jpg")
    assert since(before) == {
        ("GET", "/api/status/{generation_id}", "200"): 1,
        ("GET", "/api/status/{generation_id}", "404"): 1,
        ("GET", "/api/status/{generation_id}", "401"): 1,
        ("GET", "/api/generations", "200"): 1,
        ("GET", "none", "404"): 3,
        ("other", "/api/health", "405"): 1,
        ("GET", "pages", "200"): 1,
        ("GET", "pages", "404"): 1,
        ("GET", "/_upload", "404"): 1,
    }


def test_what_breaks_is_counted_as_500(
    sqlite_database: str, server: str, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_token: str) -> Account:
        raise ZeroDivisionError

    before = counted()
    monkeypatch.setattr("adgen_app.services.accounts.authenticate", broken)
    with structlog.testing.capture_logs():  # drawing the stack trace takes seconds
        assert httpx.get(f"{server}/api/auth/me", headers={"Authorization": f"Bearer {token}"}).status_code == 500
    assert since(before) == {("GET", "/api/auth/me", "500"): 1}


def test_a_request_is_a_span_with_its_id(
    sqlite_database: str,
    server: str,
    ad: GenerationId,
    user: Account,
    collector: Collector,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", collector.url)
    settings.cache_clear()
    traces.switch_on(settings())
    link = f"{server}/api/thumbnail/{ad}?token={security.media_token(user.id, ad)}"
    httpx.get(link, headers={"X-Request-ID": "r-1"})
    traces.switch_off()
    span = spans(collector)["GET /api/thumbnail/{generation_id}"]
    assert attributes(span) == {
        "http.request.method": "GET",
        "http.route": "/api/thumbnail/{generation_id}",
        "http.response.status_code": 200,
        "adgen.request_id": "r-1",
    }
    assert ad.encode() not in b"".join(each.body for each in collector.received)
