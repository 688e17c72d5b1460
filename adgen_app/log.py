"""Structured logs: JSON in production, readable in development."""

import logging
import sys
from typing import Any, cast

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from adgen_app.config import Settings

logger: structlog.stdlib.BoundLogger = structlog.stdlib.get_logger("adgen")


def bind(**ids: str) -> None:
    """Put request, user or generation ids on every line that this request or job logs from here on."""
    structlog.contextvars.bind_contextvars(**ids)


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
    logging.getLogger("dbos").addHandler(logging.NullHandler())  # without one it adds its own, in its own format


def _ending(settings: Settings) -> list[Processor]:
    if settings.production:
        return [_sanitise_error, structlog.processors.EventRenamer("message"), structlog.processors.JSONRenderer()]
    plain = structlog.dev.plain_traceback  # the others show local variables, passwords included
    return [_mark_breaks, structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), exception_formatter=plain)]


def _sanitise_error(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """In production an exception is its class and place, not its text, which may hold what users typed."""
    raised: Any = event.pop("exc_info", None)
    error = sys.exc_info()[1] if raised is True else cast("Any", raised)[1] if isinstance(raised, tuple) else raised
    if isinstance(error, BaseException):
        event["error"] = type(error).__name__
        event["where"] = _places(error)
        if error.__cause__:
            event["cause"] = type(error.__cause__).__name__
    return event


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
