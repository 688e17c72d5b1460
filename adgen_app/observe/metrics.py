"""Metrics in Prometheus's text: requests as this process counts them, all else as the database has it."""

from collections.abc import Iterable, Mapping
from itertools import accumulate
from typing import NamedTuple

import prometheus_client
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest
from prometheus_client.metrics_core import GaugeMetricFamily, HistogramMetricFamily, Metric

from adgen_app import __version__
from adgen_app.domain.figures import BEYOND, BOUNDS_MS, Figures, Took

CONTENT_TYPE = prometheus_client.CONTENT_TYPE_LATEST
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)

prometheus_client.disable_created_metrics()
_here = CollectorRegistry()
ProcessCollector(registry=_here)
_requests = Counter(
    "adgen_http_requests", "Requests answered by this process.", ("method", "route", "status"), registry=_here
)
_latency = Histogram(
    "adgen_http_request_seconds",
    "Seconds until an answer began.",
    ("method", "route"),
    registry=_here,
    buckets=_BUCKETS,
)
Gauge("adgen_build", "1, with the version that runs.", ("version",), registry=_here).labels(__version__).set(1)


class Disk(NamedTuple):
    """Bytes of the disk with the data folder of this machine."""

    size: int
    free: int


def answered(method: str, route: str, status: int, seconds: float) -> None:
    """Count a request. `route` is a template, never a path that somebody typed."""
    known = method if method in METHODS else "other"
    _requests.labels(known, route, str(status)).inc()
    _latency.labels(known, route).observe(seconds)


def exposition(figures: Figures | None, disk: Disk | None) -> bytes:
    """Everything as text. Without figures the database is away, and what it knows is left out."""
    return generate_latest(_Exposed(figures, disk))


class _Exposed(prometheus_client.registry.Collector):
    def __init__(self, figures: Figures | None, disk: Disk | None) -> None:
        self._figures = figures
        self._disk = disk

    def collect(self) -> Iterable[Metric]:
        yield from _here.collect()
        yield _gauge("adgen_database_up", "Whether the database answers.", (), {(): int(self._figures is not None)})
        if self._disk:
            yield _gauge("adgen_disk_size_bytes", "Disk of the data folder.", (), {(): self._disk.size})
            yield _gauge("adgen_disk_free_bytes", "What is free of it.", (), {(): self._disk.free})
        if self._figures:
            yield from _global(self._figures)


def _global(figures: Figures) -> Iterable[Metric]:
    queues, used = figures.queues, figures.used
    of_queue, of_unit = ("queue",), ("provider", "unit")
    yield _gauge("adgen_queue_waiting", "Jobs that wait.", of_queue, {(q,): at.waiting for q, at in queues.items()})
    yield _gauge("adgen_queue_running", "Jobs being done.", of_queue, {(q,): at.running for q, at in queues.items()})
    yield _gauge(
        "adgen_queue_oldest_seconds",
        "Age of the job that waits longest.",
        of_queue,
        {(q,): at.oldest_seconds for q, at in queues.items()},
    )
    yield _gauge("adgen_workers", "Production processes that are alive.", (), {(): figures.workers})
    yield _histogram("adgen_ad_seconds", "From asking for an ad to its end.", "outcome", figures.ads)
    yield _histogram("adgen_step_seconds", "Steps of production that were done.", "step", figures.steps)
    yield _gauge("adgen_provider_calls", "Ledger entries.", of_unit, {key: each.calls for key, each in used.items()})
    yield _gauge("adgen_provider_units", "What was used.", of_unit, {key: each.quantity for key, each in used.items()})
    yield _gauge(
        "adgen_provider_cost_dollars",
        "What it cost.",
        of_unit,
        {key: float(each.cost) for key, each in used.items()},
    )


def _gauge(name: str, text: str, labels: tuple[str, ...], values: Mapping[tuple[str, ...], float]) -> Metric:
    family = GaugeMetricFamily(name, text, labels=labels)
    for key, value in values.items():
        family.add_metric(key, value)
    return family


def _histogram(name: str, text: str, label: str, values: Mapping[str, Took]) -> Metric:
    family = HistogramMetricFamily(name, text, labels=[label])
    bounds = [*(str(bound / 1000) for bound in BOUNDS_MS), "+Inf"]
    for key, took in values.items():
        counts = accumulate(took.buckets.get(bound, 0) for bound in (*BOUNDS_MS, BEYOND))
        family.add_metric([key], list(zip(bounds, counts, strict=True)), took.seconds)
    return family
