"""Spans as a collector gets them, over HTTP."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.trace.v1.trace_pb2 import Span

from adgen_app import __version__, log
from adgen_app.config import Settings
from adgen_app.observe import traces
from tests.observe.collector import Collector


@pytest.fixture(autouse=True)
def off() -> Iterator[None]:
    yield
    log.unbind()
    traces.switch_off()


def on(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", url)
    traces.switch_on(Settings())


def requests(collector: Collector) -> list[ExportTraceServiceRequest]:
    assert {(each.path, each.type) for each in collector.wait()} == {("/v1/traces", "application/x-protobuf")}
    return [ExportTraceServiceRequest.FromString(each.body) for each in collector.received]


def spans(collector: Collector) -> dict[str, Span]:
    found = [
        span
        for request in requests(collector)
        for resource in request.resource_spans
        for scope in resource.scope_spans
        for span in scope.spans
    ]
    return {span.name: span for span in found}


def attributes(span: Span) -> dict[str, str | int]:
    return {each.key: each.value.string_value or each.value.int_value for each in span.attributes}


@pytest.mark.parametrize("ending", ["", "/", "/v1/traces"])
def test_spans_go_to_the_collector_with_ids_and_place(
    ending: str, collector: Collector, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(monkeypatch, collector.url + ending)
    log.bind(request_id="r1", generation_id="g1", user_id="u1")
    with traces.span("request", serving=True) as outer, traces.span("studio cut", frames=450):
        outer.note("GET /api/status/{generation_id}", status=200)
    traces.switch_off()
    found = spans(collector)
    outer_span, inner = found["GET /api/status/{generation_id}"], found["studio cut"]
    assert (outer_span.kind, inner.kind) == (Span.SPAN_KIND_SERVER, Span.SPAN_KIND_INTERNAL)
    assert inner.parent_span_id == outer_span.span_id
    assert attributes(outer_span) == {"status": 200, "adgen.request_id": "r1", "adgen.generation_id": "g1"}
    assert attributes(inner) == {"frames": 450, "adgen.request_id": "r1", "adgen.generation_id": "g1"}
    (resource,) = requests(collector)[0].resource_spans
    named = {each.key: each.value.string_value for each in resource.resource.attributes}
    assert (named["service.name"], named["service.version"]) == ("adgen", __version__)


def test_an_error_leaves_its_class_not_its_text(collector: Collector, monkeypatch: pytest.MonkeyPatch) -> None:
    on(monkeypatch, collector.url)
    with suppress(ValueError), traces.span("step cut"):
        raise ValueError("my secret prompt")
    traces.switch_off()
    span = spans(collector)["step cut"]
    assert (span.status.code, attributes(span)) == (2, {"error.type": "ValueError"})
    assert b"secret" not in collector.received[0].body


def test_a_collector_that_is_away_holds_nothing_up(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    on(monkeypatch, f"http://127.0.0.1:{port}")
    began = time.monotonic()
    with traces.span("step cut"):
        pass
    assert time.monotonic() - began < 0.5
    traces.switch_off()
    assert time.monotonic() - began < 15


def test_a_process_that_ends_sends_what_it_has(collector: Collector, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", collector.url)
    monkeypatch.setenv("OTEL_SERVICE_NAME", "adgen-here")
    code = (
        "from adgen_app.config import settings; from adgen_app import observe; observe.switch_on(settings())\n"
        "with observe.traces.span('last words'): pass"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
    assert "last words" in spans(collector)
    assert b"adgen-here" in collector.received[0].body
