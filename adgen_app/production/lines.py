"""What DBOS logs, in our own format."""

import logging

from dbos import error as dbos_errors

LEVEL = "WARNING"
_lines = logging.getLogger("dbos")


def adopt() -> None:
    """Before DBOS starts: it prints lines of its own making unless somebody has seen to that."""
    if not _lines.handlers:
        _lines.addHandler(logging.NullHandler())
        _lines.addFilter(_is_news)


def _is_news(line: logging.LogRecord) -> bool:
    """A user who cancels an ad is no error."""
    return not (line.exc_info and isinstance(line.exc_info[1], dbos_errors.DBOSAwaitedWorkflowCancelledError))
