"""Sends spans to an OpenTelemetry collector, by OTLP over HTTP."""

import os
from collections.abc import Generator, Mapping
from contextlib import contextmanager

from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import SERVICE_NAME, SERVICE_VERSION, Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.trace import Span, SpanKind, Status, StatusCode

from adgen_app import __version__
from adgen_app.log import bound

IDS = ("request_id", "generation_id")
_PATH = "/v1/traces"
_NAME = "OTEL_SERVICE_NAME"


class _Begun:
    """A span of ours around one of theirs."""

    def __init__(self, span: Span) -> None:
        self._span = span

    def note(self, name: str, **attributes: str | float) -> None:
        self._span.update_name(name)
        self._span.set_attributes(attributes)


class Exporter:
    """Collects spans, sends them in the background."""

    def __init__(self, endpoint: str) -> None:
        """`endpoint` is the collector's; headers, timeout and sampling are read from OpenTelemetry's own variables."""
        resource = Resource.create({SERVICE_NAME: os.environ.get(_NAME) or "adgen", SERVICE_VERSION: __version__})
        self._provider = TracerProvider(resource=resource, shutdown_on_exit=False)
        exporter = OTLPSpanExporter(endpoint=endpoint.rstrip("/").removesuffix(_PATH) + _PATH)
        self._provider.add_span_processor(BatchSpanProcessor(exporter))
        self._tracer = self._provider.get_tracer("adgen", __version__)

    @contextmanager
    def span(self, name: str, serving: bool, attributes: Mapping[str, str | float]) -> Generator[_Begun]:
        """Around something that takes time, inside of what is around it; the text of an error stays here."""
        kind = SpanKind.SERVER if serving else SpanKind.INTERNAL
        ids = {f"adgen.{key}": value for key, value in bound().items() if key in IDS}
        with self._tracer.start_as_current_span(
            name, kind=kind, attributes={**attributes, **ids}, record_exception=False, set_status_on_exception=False
        ) as span:
            try:
                yield _Begun(span)
            except BaseException as error:
                span.set_attribute("error.type", type(error).__name__)
                span.set_status(Status(StatusCode.ERROR))
                raise

    def close(self) -> None:
        """Send what is waiting; a collector that is away is not waited for long."""
        self._provider.shutdown()
