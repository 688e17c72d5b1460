"""Reports errors to Sentry: what kind, where, for which request and ad; nothing that a user wrote."""

import logging
from typing import Any, cast

import sentry_sdk
from sentry_sdk.integrations.excepthook import ExcepthookIntegration
from sentry_sdk.integrations.threading import ThreadingIntegration
from sentry_sdk.types import Event, Hint
from sentry_sdk.utils import event_from_exception

from adgen_app import __version__
from adgen_app.config import Settings
from adgen_app.log import bound, error_of

OURS = "adgen"
IDS = ("request_id", "generation_id")
_KEPT = frozenset(
    {"event_id", "timestamp", "platform", "level", "exception", "message", "logger", "tags", "contexts", "sdk"}
    | {"environment", "release", "server_name"}
)
FLUSH_SECONDS = 2.0


class Reporter(logging.Handler):
    """Takes the lines of the log that are errors."""

    def __init__(self, settings: Settings) -> None:
        """Connect. Sentry's own habit of reading everything that passes is left off."""
        super().__init__(logging.ERROR)
        sentry_sdk.init(
            dsn=settings.sentry_dsn,
            environment=settings.env,
            release=f"adgen@{__version__}",
            default_integrations=False,
            auto_enabling_integrations=False,
            integrations=[ExcepthookIntegration(), ThreadingIntegration()],
            data_collection={
                "user_info": False,
                "http_bodies": [],
                "database_query_data": False,
                "stack_frame_variables": False,
                "frame_context_lines": 0,
            },
            max_breadcrumbs=0,
            auto_session_tracking=False,
            send_client_reports=False,
            before_send=_scrubbed,
        )

    def emit(self, record: logging.LogRecord) -> None:
        """Report a line with its error, if it has one. Sentences of libraries may hold anything: they stay here."""
        try:
            with sentry_sdk.new_scope() as scope:
                known = {**bound(), **_fields(record)}
                scope.set_tags({name: known[name] for name in IDS if name in known})
                event, hint = _event(record)
                sentry_sdk.capture_event(event, hint=hint)
        except Exception:  # noqa: BLE001  # whoever writes a line must not fail for it
            self.handleError(record)

    def close(self) -> None:
        """Send what is waiting."""
        sentry_sdk.get_client().close(timeout=FLUSH_SECONDS)
        super().close()


def _event(record: logging.LogRecord) -> tuple[Event, Hint]:
    """What Sentry makes of a line's error, with the line's sentence if it is one of ours."""
    line = _fields(record)
    error = error_of(line.get("exc_info") or record.exc_info)
    event: Event = {}
    hint: Hint = {}
    if error:
        event, hint = event_from_exception(error, client_options=sentry_sdk.get_client().options)
    event["level"] = "error"
    event["logger"] = record.name
    event["message"] = str(line["event"]) if record.name == OURS else f"{record.module}:{record.lineno}"
    return event, hint


def _fields(record: logging.LogRecord) -> dict[str, Any]:
    """Our own lines are dictionaries until the last moment."""
    return cast("dict[str, Any]", record.msg) if isinstance(record.msg, dict) else {}


def _scrubbed(event: Event, _hint: Hint) -> Event:
    """The last word on what leaves: an error is its class and place, its text stays here."""
    kept = cast("dict[str, Any]", {name: value for name, value in event.items() if name in _KEPT})
    for exception in kept.get("exception", {}).get("values", []):
        exception["value"] = ""
    return cast("Event", kept)
