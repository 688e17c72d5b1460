"""What a worker tells those who watch it."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from adgen_app.domain.account import Account
from adgen_app.domain.generation import Status
from adgen_app.log import bind, unbind
from adgen_app.services import generations
from tests.conftest import Cluster
from tests.observe.collector import Collector, collecting
from tests.observe.test_otlp import attributes, spans
from tests.observe.test_sentry import events
from tests.production.workers import BRIEF, Workers

pytestmark = pytest.mark.slow


@pytest.fixture
def workers(database: str, tmp_path: Path) -> Iterator[Workers]:
    made = Workers(tmp_path)
    yield made
    for worker in made.running:
        worker.kill()
        worker.wait()


@pytest.fixture
def collector() -> Iterator[Collector]:
    with collecting() as made:
        yield made


def test_steps_and_the_cut_are_spans_that_are_sent_before_it_ends(
    user: Account, workers: Workers, collector: Collector
) -> None:
    bind(request_id="from-nginx-1")
    ad = generations.start(user.id, BRIEF)
    unbind()
    worker = workers.start(OTEL_EXPORTER_OTLP_ENDPOINT=collector.url, OTEL_BSP_SCHEDULE_DELAY="60000")
    workers.until(lambda: generations.get(user.id, ad.id).status is Status.COMPLETED)
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(20) == 0
    found = spans(collector)
    assert {"step plan", "step read", "step cut", "step check", "step publish", "studio cut"} <= set(found)
    assert found["studio cut"].parent_span_id == found["step cut"].span_id
    about = {"adgen.request_id": "from-nginx-1", "adgen.generation_id": ad.id}
    assert all(about.items() <= attributes(span).items() for span in found.values())
    assert BRIEF.prompt.encode() not in b"".join(each.body for each in collector.received)


def test_an_ad_that_fails_is_reported_without_what_its_user_wrote(
    sqlite_database: str, user: Account, workers: Workers, collector: Collector
) -> None:
    bind(request_id="from-nginx-1")
    ad = generations.start(user.id, BRIEF)
    unbind()
    dsn = collector.url.replace("://", "://key@") + "/7"
    worker = workers.start(SENTRY_DSN=dsn, FAIL=BRIEF.prompt)
    workers.until(lambda: generations.get(user.id, ad.id).status is Status.FAILED)
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(20) == 0
    (event,) = events(collector)
    assert (event["message"], event["tags"]) == (
        "ad failed",
        {"request_id": "from-nginx-1", "generation_id": ad.id},
    )
    assert event["exception"]["values"][-1]["type"] == "ZeroDivisionError"
    assert BRIEF.prompt.encode() not in collector.received[0].body


def test_a_database_that_goes_away_is_no_stack_trace_in_the_log(
    postgresql_database: str, postgres_cluster: Cluster, workers: Workers
) -> None:
    strict = {"ADGEN_ENV": "production", "SECRET_KEY": "k3Zp0vR7-wq9uYt2Xh5Lb8Nc1Md4Gf6Js"}
    workers.start(**strict)
    workers.until(lambda: "production engine is up" in workers.log())
    postgres_cluster.stop()
    try:
        workers.until(lambda: "Exception polling schedules" in workers.log())
    finally:
        postgres_cluster.start()
    lines = [line for line in workers.lines() if line["message"] == "Exception polling schedules"]
    assert lines[0]["where"]
    assert lines[0]["error"].endswith("Error")
    assert "Traceback" not in workers.log()
