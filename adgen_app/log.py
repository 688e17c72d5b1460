"""Structured logs: JSON in production, readable in development."""

import logging
import re
import sys
from typing import Any, cast
from uuid import uuid4

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from adgen_app.config import Settings

logger: structlog.stdlib.BoundLogger = structlog.stdlib.get_logger("adgen")

_SANE_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_TRACE = re.compile(r"(?:Exception Group )?Traceback \(most recent call last\):\s*")
_FRAME = re.compile(r'File "(.+?)", line (\d+), in (\S+)')
_RAISED = re.compile(r"[A-Za-z_][\w.]*")


def bind(**ids: str) -> None:
    """Put request, user or generation ids on every line that this request or job logs from here on."""
    structlog.contextvars.bind_contextvars(**ids)


def bound() -> dict[str, str]:
    """The ids that are on every line here."""
    return structlog.contextvars.get_contextvars()


def request_id(given: str = "") -> str:
    """The id that a proxy or a program gave its request if it is a sane one, else a new one."""
    return given if _SANE_ID.fullmatch(given) else uuid4().hex


def error_of(given: object) -> BaseException | None:
    """The error that a line's `exc_info` stands for: itself, as Python keeps it, or whatever is being handled."""
    error: object = sys.exc_info()[1] if given is True else cast("Any", given)[1] if isinstance(given, tuple) else given
    return error if isinstance(error, BaseException) else None


def unbind() -> None:
    """Forget all ids: the request or job is over."""
    structlog.contextvars.clear_contextvars()


def configure(settings: Settings) -> None:
    """Send our own lines and those of every library through one formatter to standard error."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *_ending(settings)],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(settings.log_level.upper())
    for chatty in ("httpx", "httpcore", "alembic.runtime.migration", "dbos"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    engine = logging.getLogger("dbos")
    engine.handlers, engine.propagate = [logging.NullHandler()], True  # without one it adds its own, in its own format


def _ending(settings: Settings) -> list[Processor]:
    if settings.production:
        return [
            _sanitise_error,
            _take_out_trace,
            structlog.processors.EventRenamer("message"),
            structlog.processors.JSONRenderer(),
        ]
    plain = structlog.dev.plain_traceback  # the others show local variables, passwords included
    return [_mark_breaks, structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), exception_formatter=plain)]


def _sanitise_error(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """In production an exception is its class and place, not its text, which may hold what users typed."""
    error = error_of(event.pop("exc_info", None))
    if error:
        event["error"] = type(error).__name__
        event["where"] = _places(error)
        if error.__cause__:
            event["cause"] = type(error.__cause__).__name__
    return event


def _take_out_trace(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Some libraries write a stack trace into their sentence, with the error's text: what stays is as above."""
    event.pop("stack_info", None)
    text = str(event["event"])
    trace = _TRACE.search(text)
    if trace:
        event["event"] = text[: trace.start()].rstrip(" :+|\n")
        frames, raised = _read_trace(f"  {text[trace.end() :]}".splitlines())
        event.setdefault("error", raised)
        event.setdefault("where", frames)
    return event


def _read_trace(lines: list[str]) -> tuple[list[str], str]:
    """Places and class of the first error in a trace: what follows its class may be what users typed."""
    end = next((number for number, line in enumerate(lines) if not line.startswith((" ", "|"))), len(lines))
    found = (_FRAME.match(line.strip(" |")) for line in lines[:end])
    places = ["{}:{} {}".format(*frame.groups()) for frame in found if frame]
    raised = _RAISED.match(lines[end]) if end < len(lines) else None
    return places[-8:], raised.group().rpartition(".")[2] if raised else "unknown"


def _mark_breaks(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Nobody forges a line by typing a line break: what follows one is indented. JSON and values are quoted anyway."""
    lines = str(event["event"]).split("\n")
    event["event"] = "\n    ".join("".join(map(_visible, line)) for line in lines)
    return event


def _visible(character: str) -> str:
    return character if character.isprintable() else character.encode("unicode_escape").decode()


def _places(error: BaseException) -> list[str]:
    places: list[str] = []
    step = error.__traceback__
    while step is not None:
        code = step.tb_frame.f_code
        places.append(f"{code.co_filename}:{step.tb_lineno} {code.co_name}")
        step = step.tb_next
    return places[-8:]
