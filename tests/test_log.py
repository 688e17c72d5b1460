import json
import logging
import traceback
from collections.abc import Iterator
from contextlib import redirect_stderr
from datetime import datetime, timedelta
from io import StringIO

import pytest
import structlog

from adgen_app import log
from adgen_app.config import Settings


@pytest.fixture(autouse=True)
def restored() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    log.unbind()
    root.handlers, root.level = handlers, level
    structlog.reset_defaults()


def configured() -> StringIO:
    """Where lines go from now on."""
    stream = StringIO()
    with redirect_stderr(stream):
        log.configure(Settings())
    return stream


@pytest.fixture(params=["development", "production"])
def stderr(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> StringIO:
    monkeypatch.setenv("ADGEN_ENV", request.param)
    monkeypatch.setenv("SECRET_KEY", "k3Zp0vR7-wq9uYt2Xh5Lb8Nc1Md4Gf6Js")
    return configured()


in_development = pytest.mark.parametrize("stderr", ["development"], indirect=True)
in_production = pytest.mark.parametrize("stderr", ["production"], indirect=True)


def written(stderr: StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in stderr.getvalue().splitlines()]


@in_production
def test_production_logs_one_json_object_a_line(stderr: StringIO) -> None:
    log.logger.info("ad started", seconds=15)
    (line,) = written(stderr)
    assert (line["level"], line["message"], line["seconds"]) == ("info", "ad started", 15)
    at = datetime.fromisoformat(str(line["timestamp"]))
    assert at.utcoffset() == timedelta(0)


@in_production
def test_lines_carry_the_ids_of_their_request_until_it_is_over(stderr: StringIO) -> None:
    log.bind(request_id="r1", user_id="u1", generation_id="g1")
    log.logger.info("one")
    log.unbind()
    log.logger.info("two")
    one, two = written(stderr)
    assert (one["request_id"], one["user_id"], one["generation_id"]) == ("r1", "u1", "g1")
    assert "request_id" not in two


@in_production
def test_libraries_log_in_the_same_form_with_the_same_ids(stderr: StringIO) -> None:
    log.bind(request_id="r1")
    logging.getLogger("some.library").warning("pool of %d is full", 5)
    (line,) = written(stderr)
    assert (line["level"], line["message"], line["logger"]) == ("warning", "pool of 5 is full", "some.library")
    assert line["request_id"] == "r1"


def fail() -> None:
    raise ValueError("my secret prompt")


@in_production
@pytest.mark.parametrize("logger", [log.logger, logging.getLogger("some.library")])
def test_production_says_where_it_broke_but_not_what_users_typed(logger: logging.Logger, stderr: StringIO) -> None:
    try:
        fail()
    except ValueError:
        logger.exception("it broke")
    text = stderr.getvalue()
    line = json.loads(text)
    assert line["error"] == "ValueError"
    assert line["where"][-1].endswith(" fail")
    assert line["level"] == "error"
    assert "my secret prompt" not in text


def trace_of(error: BaseException) -> str:
    """As a library writes it into its sentence."""
    return "".join(traceback.format_exception(error))


def raised(error: Exception) -> Exception:
    try:
        raise error
    except type(error):
        return error


def test_the_engine_logs_as_we_do_even_if_it_was_there_first(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = logging.getLogger("dbos")
    monkeypatch.setattr(engine, "handlers", [logging.StreamHandler()])
    monkeypatch.setattr(engine, "propagate", False)
    log.configure(Settings())
    assert [type(handler) for handler in engine.handlers] == [logging.NullHandler]
    assert engine.propagate


@in_production
@pytest.mark.parametrize("logger", [log.logger, logging.getLogger("dbos")])
def test_a_stack_trace_inside_of_a_sentence_is_class_and_place_as_well(
    logger: logging.Logger, stderr: StringIO
) -> None:
    try:
        try:
            fail()
        except ValueError as error:
            raise KeyError("what\nTraceback (most recent call last):\nthe user typed") from error
    except KeyError as error:
        logger.warning("Exception polling schedules: " + trace_of(error))  # noqa: G003  # as DBOS does
    text = stderr.getvalue()
    (line,) = written(stderr)
    assert (line["message"], line["error"]) == ("Exception polling schedules", "ValueError")
    assert [str(place).rsplit(" ", 1)[1] for place in line["where"]][-1] == "fail"
    assert "my secret prompt" not in text
    assert "the user typed" not in text
    assert "Traceback" not in text


@in_production
def test_so_is_that_of_a_group(stderr: StringIO) -> None:
    group = ExceptionGroup("my secret prompt", [ValueError("my secret offer")])
    logging.getLogger("dbos").error("it broke\n%s", trace_of(raised(group)), stack_info=True)
    (line,) = written(stderr)
    assert line["message"] == "it broke"
    assert "secret" not in stderr.getvalue()
    assert "Stack" not in stderr.getvalue()


@in_production
def test_a_trace_that_was_cut_short_is_none_either(stderr: StringIO) -> None:
    logging.getLogger("dbos").error('oh: Traceback (most recent call last):\n  File "a.py", line 3, in act\n')
    (line,) = written(stderr)
    assert (line["message"], line["error"], line["where"]) == ("oh", "unknown", ["a.py:3 act"])


@pytest.mark.parametrize(("given", "kept"), [("abc-1.2_3", True), ("", False), ("a b", False), ("x" * 65, False)])
def test_a_sane_id_is_kept_any_other_is_replaced(given: str, kept: bool) -> None:
    assert (log.request_id(given) == given) is kept


@in_production
def test_production_names_the_cause_of_an_error_that_was_translated(stderr: StringIO) -> None:
    try:
        try:
            fail()
        except ValueError as error:
            raise KeyError("something of ours") from error
    except KeyError as error:
        log.logger.error("it broke", exc_info=error)
    text = stderr.getvalue()
    line = json.loads(text)
    assert (line["error"], line["cause"]) == ("KeyError", "ValueError")
    assert "my secret prompt" not in text


@in_development
def test_development_shows_the_whole_stack_trace(stderr: StringIO) -> None:
    try:
        fail()
    except ValueError:
        log.logger.exception("it broke")
    text = stderr.getvalue()
    assert "Traceback" in text
    assert "ValueError: my secret prompt" in text


@pytest.mark.parametrize("value", ["a\n{}", "a\r{}", "a\u2028{}", "a\x1b[2J{}", "a\x85{}"])
def test_nobody_forges_a_line_by_what_they_type(value: str, stderr: StringIO) -> None:
    forged = value.format("2026-01-01T00:00:00Z [info] admin logged in")
    log.logger.info("log in refused", username=forged)
    log.logger.info(f"log in refused for {forged}")
    logging.getLogger("some.library").warning("GET /%s", forged)
    log.bind(request_id=forged)
    log.logger.info("bound")
    text = stderr.getvalue()
    assert len([line for line in text.splitlines() if line.startswith(("20", "{"))]) == 4
    assert "\x1b[2J" not in text


def test_lines_below_the_level_are_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOG_LEVEL", "warning")
    stderr = configured()
    log.logger.info("chatter")
    logging.getLogger("some.library").info("chatter")
    log.logger.warning("trouble")
    (line,) = stderr.getvalue().splitlines()
    assert "trouble" in line


@in_production
def test_a_value_that_json_does_not_know_is_still_a_line(stderr: StringIO) -> None:
    log.logger.info("odd", value={1, 2}, raw=b"x")
    assert len(written(stderr)) == 1
