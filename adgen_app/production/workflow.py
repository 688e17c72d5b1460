"""The way of an ad, step by step; each step is remembered, so that a crash repeats at most the one it hit."""

from collections.abc import Callable
from typing import TypeVar, cast

from dbos import DBOS, SQLAlchemyDatasource, StepOptions
from dbos import error as dbos_errors

from adgen_app.db.engine import Session
from adgen_app.domain.generation import GenerationId
from adgen_app.domain.storyboard import Storyboard
from adgen_app.errors import AdGenError, AlreadyFinished
from adgen_app.log import bind, logger, unbind
from adgen_app.production import workspace
from adgen_app.production.records import records
from adgen_app.production.steps import check, cut, plan, publish
from adgen_app.services import jobs, progress

T = TypeVar("T")
MAX_RECOVERIES = 5
GENERAL_SENTENCE = "Something went wrong while making this ad. Please try again; if it happens again, change the brief."


_active: set[GenerationId] = set()


def active() -> bool:
    """Whether this process is making an ad at this moment."""
    return bool(_active)


@DBOS.workflow(name=jobs.WORKFLOW, max_recovery_attempts=MAX_RECOVERIES)
def make_ad(generation_id: str) -> None:
    """Plan, cut, check, publish. Whatever happens, the ad's row says how it ended."""
    ad = GenerationId(generation_id)
    bind(generation_id=ad)
    _active.add(ad)
    try:
        _try(ad)
        _tidy(ad)
    except dbos_errors.DBOSWorkflowCancelledError:
        _tidy(ad)
        raise
    finally:
        _active.discard(ad)
        unbind()


def _try(ad: GenerationId) -> None:
    try:
        _make(ad)
        logger.info("ad completed")
    except AlreadyFinished:
        logger.info("ad stopped: it was cancelled or deleted")
    except dbos_errors.DBOSMaxStepRetriesExceeded as error:
        logger.exception("ad failed, also when tried again")
        progress.fail(ad, _sentence(error.errors[-1]))
    except Exception as error:  # noqa: BLE001  # whatever it was, the row must not stay 'processing'
        logger.exception("ad failed")
        progress.fail(ad, _sentence(error))


def _sentence(error: Exception) -> str:
    return str(error) if isinstance(error, AdGenError) else GENERAL_SENTENCE


def _tidy(ad: GenerationId) -> None:
    """The ad has ended: only a completed one keeps files."""
    workspace.remove(ad)
    if not progress.completed(ad):
        publish.withdraw(ad)


def _make(ad: GenerationId) -> None:
    storyboard = Storyboard.model_validate_json(_step("plan", lambda: plan.plan(ad).model_dump_json()))
    _transaction("storyboard", lambda session: plan.keep(session, ad, storyboard))
    _step("cut", lambda: str(cut.cut(ad, storyboard)))
    _step("check", lambda: check.check(ad, storyboard))
    _step("publish", lambda: publish.store(ad, storyboard))
    _transaction("complete", lambda session: publish.complete(session, ad))


def _step(name: str, act: Callable[[], T]) -> T:
    """Done once; tried three times where trying again can help."""
    options: StepOptions = {
        "name": name,
        "retries_allowed": True,
        "max_attempts": 3,
        "should_retry": _may_pass,
    }
    return DBOS.run_step(options, act)


def _transaction(name: str, act: Callable[[Session], None]) -> None:
    """Done exactly once: what it writes and the note that it is done are one transaction."""
    made: SQLAlchemyDatasource = records()
    made.run_tx_step({"name": name}, lambda: act(cast("Session", made.sql_session())))


def _may_pass(error: BaseException) -> bool:
    return isinstance(error, AdGenError) and error.retryable
