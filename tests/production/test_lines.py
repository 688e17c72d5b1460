import logging

from dbos import error as dbos_errors

from adgen_app.production import lines


def passes(error: Exception) -> bool:
    record = logging.LogRecord("dbos", logging.ERROR, "", 0, "it went wrong", (), (type(error), error, None))
    return bool(logging.getLogger("dbos").filter(record))


def test_what_went_wrong_is_logged_what_a_user_cancelled_is_not() -> None:
    lines.adopt()
    lines.adopt()
    assert passes(ZeroDivisionError())
    assert not passes(dbos_errors.DBOSAwaitedWorkflowCancelledError("ad"))
