"""The dashboard, the alerts and the page about metrics, held against what is exported."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import promql_parser
import pytest
import yaml

from adgen_app.observe import metrics
from adgen_app.observe.metrics import Disk
from tests.observe.test_metrics import FIGURES, Sample, samples

ROOT = Path(__file__).parents[2]
DASHBOARD = json.loads((ROOT / "deploy" / "grafana" / "adgen.json").read_text())
RULES = yaml.safe_load((ROOT / "deploy" / "prometheus" / "alerts.yml").read_text())["groups"][0]["rules"]
PAGE = (ROOT / "docs" / "metrics.md").read_text()
OF_PROMETHEUS = {"up": {"job", "instance"}}
ADDED = {"job", "instance"}


def exported() -> dict[Sample, float]:
    metrics.answered("GET", "/api/health", 200, 0.1)
    return samples(metrics.exposition(FIGURES, Disk(2, 1)))


@pytest.fixture(scope="module")
def labels() -> dict[str, set[str]]:
    """What each series that is exported is told apart by."""
    found: dict[str, set[str]] = {**OF_PROMETHEUS}
    for name, pairs in exported():
        found.setdefault(name, set(ADDED)).update(label for label, _ in pairs)
    return found


def selectors(expression: Any) -> Iterator[promql_parser.VectorSelector]:  # noqa: ANN401  # a tree of many types
    if isinstance(expression, promql_parser.VectorSelector):
        yield expression
        return
    children = [getattr(expression, name, None) for name in ("expr", "lhs", "rhs", "vector_selector")]
    for child in [*children, *getattr(expression, "args", [])]:
        if child is not None:
            yield from selectors(child)


def panels() -> list[dict[str, Any]]:
    return DASHBOARD["panels"]


def queries() -> list[str]:
    return [
        target["expr"].replace("$__rate_interval", "5m").replace("$job", ".+")
        for panel in panels()
        for target in panel["targets"]
    ]


@pytest.mark.parametrize("query", [*queries(), *(rule["expr"] for rule in RULES)])
def test_what_is_asked_for_is_exported(query: str, labels: dict[str, set[str]]) -> None:
    asked = list(selectors(promql_parser.parse(query)))
    assert asked
    for selector in asked:
        assert selector.name in labels
        assert {matcher.name for matcher in selector.matchers.matchers} <= labels[selector.name]
    grouped = {name.strip() for group in re.findall(r"by \((.+?)\)", query) for name in group.split(",")}
    assert grouped <= set.union(*(labels[selector.name or ""] for selector in asked))


def test_the_dashboard_shows_all_that_was_asked_for() -> None:
    shown = " ".join(queries())
    for name in (
        *("adgen_http_requests_total", "adgen_http_request_seconds_bucket", "adgen_queue_waiting"),
        *("adgen_queue_oldest_seconds", "adgen_ad_seconds_count", "adgen_step_seconds_bucket"),
        *("adgen_provider_calls", "adgen_provider_cost_dollars", "adgen_workers", "adgen_disk_free_bytes"),
    ):
        assert name in shown


def test_panels_have_ids_of_their_own_and_do_not_overlap() -> None:
    assert len({panel["id"] for panel in panels()}) == len(panels())
    taken: set[tuple[int, int]] = set()
    for panel in panels():
        at = panel["gridPos"]
        cells = {(x, y) for x in range(at["x"], at["x"] + at["w"]) for y in range(at["y"], at["y"] + at["h"])}
        assert max(x for x, _ in cells) < 24
        assert not taken & cells
        taken |= cells


def test_every_panel_asks_the_source_that_is_chosen() -> None:
    variables = {variable["name"] for variable in DASHBOARD["templating"]["list"]}
    assert variables == {"datasource", "job"}
    source = {"type": "prometheus", "uid": "${datasource}"}
    assert all(each["datasource"] == source for panel in panels() for each in (panel, *panel["targets"]))
    assert all('job=~"$job"' in target["expr"] for panel in panels() for target in panel["targets"])


def test_every_alert_says_how_bad_it_is_and_what_is_the_matter() -> None:
    for rule in RULES:
        assert rule["labels"]["severity"] in {"warning", "critical"}
        assert rule["for"]
        assert rule["annotations"]["summary"].endswith(".")
    watched = " ".join(rule["expr"] for rule in RULES)
    for name in (
        "up",
        "adgen_queue_oldest_seconds",
        "adgen_ad_seconds_count",
        "adgen_workers",
        "adgen_disk_free_bytes",
    ):
        assert name in watched


def test_every_metric_and_every_alert_is_on_the_page() -> None:
    families = {re.sub(r"_(bucket|count|sum)$", "", name) for name, _ in exported() if name.startswith("adgen_")}
    documented = set(re.findall(r"`(adgen_\w+)`", PAGE))
    assert documented == families
    assert set(re.findall(r"^\| `(AdGen\w+)` \|", PAGE, re.MULTILINE)) == {rule["alert"] for rule in RULES}
