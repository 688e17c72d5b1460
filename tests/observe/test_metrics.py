from decimal import Decimal

import pytest
from prometheus_client.parser import text_string_to_metric_families

from adgen_app import __version__
from adgen_app.domain.figures import Figures, Queue, Took, Used
from adgen_app.observe import metrics
from adgen_app.observe.metrics import Disk

FIGURES = Figures(
    queues={"ads": Queue(2, 1, 12.5), "cuts": Queue()},
    ads={"completed": Took({20_000: 3, 0: 1}, 4050.0), "failed": Took()},
    steps={"cut": Took({5_000: 1, 10_000: 2}, 20.0)},
    used={("adgen", "ad"): Used(4, 4.0), ("clips", "second"): Used(2, 10.5, Decimal("1.234567"))},
    workers=3,
)

Sample = tuple[str, tuple[tuple[str, str], ...]]


def samples(text: bytes) -> dict[Sample, float]:
    """By name and labels, as a Prometheus server reads them."""
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(text.decode())
        for sample in family.samples
    }


def value(found: dict[Sample, float], name: str, **labels: str) -> float:
    return found[name, tuple(sorted(labels.items()))]


def test_what_the_database_knows_is_there() -> None:
    found = samples(metrics.exposition(FIGURES, Disk(100, 40)))
    assert value(found, "adgen_queue_waiting", queue="ads") == 2
    assert value(found, "adgen_queue_running", queue="ads") == 1
    assert value(found, "adgen_queue_oldest_seconds", queue="ads") == 12.5
    assert value(found, "adgen_queue_oldest_seconds", queue="cuts") == 0
    assert value(found, "adgen_workers") == 3
    assert value(found, "adgen_provider_calls", provider="clips", unit="second") == 2
    assert value(found, "adgen_provider_units", provider="clips", unit="second") == 10.5
    assert value(found, "adgen_provider_cost_dollars", provider="clips", unit="second") == 1.234567
    assert (value(found, "adgen_disk_size_bytes"), value(found, "adgen_disk_free_bytes")) == (100, 40)
    assert value(found, "adgen_database_up") == 1
    assert value(found, "adgen_build", version=__version__) == 1


def test_buckets_hold_all_that_was_quicker() -> None:
    found = samples(metrics.exposition(FIGURES, None))
    assert value(found, "adgen_ad_seconds_count", outcome="completed") == 4
    assert value(found, "adgen_ad_seconds_sum", outcome="completed") == 4050
    assert value(found, "adgen_ad_seconds_count", outcome="failed") == 0
    cut = {up_to: value(found, "adgen_step_seconds_bucket", step="cut", le=up_to) for up_to in ("2.5", "5.0", "10.0")}
    assert cut == {"2.5": 0, "5.0": 1, "10.0": 3}
    assert value(found, "adgen_step_seconds_bucket", step="cut", le="+Inf") == 3


def test_without_a_database_there_is_what_this_process_knows() -> None:
    found = samples(metrics.exposition(None, None))
    assert value(found, "adgen_database_up") == 0
    assert not any(name.startswith(("adgen_queue", "adgen_workers", "adgen_ad_", "adgen_disk")) for name, _ in found)


def test_requests_are_counted_and_timed_by_route() -> None:
    for status, seconds in ((200, 0.03), (200, 0.3), (500, 0.3)):
        metrics.answered("GET", "/api/test", status, seconds)
    found = samples(metrics.exposition(None, None))
    assert value(found, "adgen_http_requests_total", method="GET", route="/api/test", status="200") == 2
    assert value(found, "adgen_http_requests_total", method="GET", route="/api/test", status="500") == 1
    assert value(found, "adgen_http_request_seconds_bucket", method="GET", route="/api/test", le="0.05") == 1
    assert value(found, "adgen_http_request_seconds_count", method="GET", route="/api/test") == 3


@pytest.mark.parametrize("method", ["BREW", "get", "x" * 500, 'G"ET\n'])
def test_nobody_invents_a_label(method: str) -> None:
    metrics.answered(method, "/api/test", 405, 0.01)
    found = samples(metrics.exposition(None, None))
    methods = {dict(labels).get("method") for _, labels in found} - {None}
    assert methods <= metrics.METHODS | {"other"}
