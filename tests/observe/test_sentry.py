"""Reports as a Sentry server gets them, over HTTP."""

import json
import logging
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
import structlog

from adgen_app import __version__, log
from adgen_app.config import Settings
from adgen_app.errors import StudioFailed
from adgen_app.observe import errors
from tests.observe.collector import Collector

SECRET = "my secret prompt"


@pytest.fixture
def reporting(collector: Collector, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    monkeypatch.setenv("SENTRY_DSN", collector.url.replace("://", "://key@") + "/7")
    log.configure(Settings())
    errors.switch_on(Settings())
    yield
    errors.switch_off()
    log.unbind()
    root.handlers, root.level = handlers, level
    structlog.reset_defaults()


def events(collector: Collector) -> list[dict[str, Any]]:
    """The events in the envelopes; each part is a line of headers and one of content."""
    errors.switch_off()
    assert {each.path for each in collector.received} <= {"/api/7/envelope/"}
    parts = [each.body.splitlines() for each in collector.received]
    assert all(json.loads(part[1])["type"] == "event" for part in parts)
    return [json.loads(part[2]) for part in parts]


def fail(prompt: str) -> None:
    raise StudioFailed(f"can't cut {prompt}")


def test_an_error_is_reported_by_class_and_place_for_its_request_and_ad(reporting: None, collector: Collector) -> None:
    log.bind(request_id="r1", generation_id="g1", user_id="u1")
    try:
        try:
            fail(SECRET)
        except StudioFailed as error:
            raise ExceptionGroup(SECRET, [KeyError(SECRET)]) from error
    except ExceptionGroup:
        log.logger.exception("ad failed", prompt=SECRET)
    (event,) = events(collector)
    assert (event["message"], event["level"], event["logger"]) == ("ad failed", "error", "adgen")
    assert event["tags"] == {"request_id": "r1", "generation_id": "g1"}
    assert (event["environment"], event["release"]) == ("development", f"adgen@{__version__}")
    raised = event["exception"]["values"]
    assert {"StudioFailed", "KeyError", "ExceptionGroup"} == {each["type"] for each in raised}
    functions = [frame["function"] for each in raised if "stacktrace" in each for frame in each["stacktrace"]["frames"]]
    assert "fail" in functions
    text = json.dumps(event)
    assert SECRET not in text
    assert "u1" not in [*event["tags"].values(), event.get("user")]
    assert "vars" not in text


def test_an_error_that_is_given_with_the_line(reporting: None, collector: Collector) -> None:
    log.logger.error("an event failed", exc_info=ValueError(SECRET))
    (event,) = events(collector)
    assert [each["type"] for each in event["exception"]["values"]] == ["ValueError"]
    assert SECRET not in json.dumps(event)


def test_a_librarys_error_is_reported_without_its_sentence(reporting: None, collector: Collector) -> None:
    try:
        fail(SECRET)
    except StudioFailed:
        logging.getLogger("some.library").exception("could not do %s", SECRET)
    logging.getLogger("some.library").error("no trace of %s", SECRET)
    first, second = events(collector)
    assert first["exception"]["values"][0]["type"] == "StudioFailed"
    assert "exception" not in second
    assert first["message"].startswith("test_sentry:")
    assert SECRET not in json.dumps([first, second])


def test_what_is_no_error_is_not_reported(reporting: None, collector: Collector) -> None:
    log.logger.info("request", path="/")
    log.logger.warning("the database is away")
    assert events(collector) == []


def test_a_process_that_dies_of_an_error_reports_it(collector: Collector, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SENTRY_DSN", collector.url.replace("://", "://key@") + "/7")
    code = (
        "from adgen_app.config import settings; from adgen_app import observe; observe.switch_on(settings())\n"
        f"raise RuntimeError('{SECRET}')"
    )
    died = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)
    assert died.returncode == 1
    (event,) = events(collector)
    assert event["exception"]["values"][0]["type"] == "RuntimeError"
    assert event["exception"]["values"][0]["value"] == ""
