"""What DBOS logs, less what is no news."""

import logging

from dbos import error as dbos_errors

LEVEL = "WARNING"
_LETTING_GO = "adopt_recorded_outcome"
"""What DBOS does with a job that was cancelled or taken over meanwhile; `workflow` logs that itself, by its ad."""


def adopt() -> None:
    """Leave out what only looks like an error; again is harmless."""
    logging.getLogger("dbos").addFilter(_is_news)


def _is_news(line: logging.LogRecord) -> bool:
    """A user who cancels an ad is no error."""
    ended = line.exc_info and isinstance(line.exc_info[1], dbos_errors.DBOSAwaitedWorkflowCancelledError)
    return not ended and line.funcName != _LETTING_GO
