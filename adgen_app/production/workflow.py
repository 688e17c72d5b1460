"""The way of an ad, step by step; each step is remembered, so that a crash repeats at most the one it hit.

Two jobs, handed over in one transaction: what waits for others, then what takes this machine's cores. The second goes
to whichever process has room.
"""

import time
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar, cast

from dbos import DBOS, StepOptions
from dbos import error as dbos_errors

from adgen_app.db.engine import Session
from adgen_app.domain.generation import GenerationId, Status
from adgen_app.domain.storyboard import Storyboard
from adgen_app.errors import AdGenError, AlreadyFinished, Unavailable
from adgen_app.log import bind, logger, unbind
from adgen_app.observe import traces
from adgen_app.production import workspace
from adgen_app.production.records import records
from adgen_app.production.steps import check, cut, plan, publish
from adgen_app.services import discard, durations, jobs, progress

T = TypeVar("T")
MAX_RECOVERIES = 5
GENERAL_SENTENCE = "Something went wrong while making this ad. Please try again; if it happens again, change the brief."
_PATIENCE: StepOptions = {"retries_allowed": True, "max_attempts": 10, "interval_seconds": 1, "backoff_rate": 1.5}
"""A database or a storage that is restarted comes back within these 75 seconds."""


@DBOS.workflow(name=jobs.MAKE_AD, max_recovery_attempts=MAX_RECOVERIES)
def make_ad(generation_id: str) -> None:
    """Plan; then the ad waits for the studio."""
    _work_on(GenerationId(generation_id), _plan)


@DBOS.workflow(name=jobs.CUT_AD, max_recovery_attempts=MAX_RECOVERIES)
def cut_ad(generation_id: str) -> None:
    """Cut, check, publish."""
    _work_on(GenerationId(generation_id), _produce)


def _plan(ad: GenerationId) -> None:
    storyboard = Storyboard.model_validate_json(_step(ad, "plan", lambda: plan.plan(ad).model_dump_json()))
    _transaction("storyboard", lambda session: plan.keep(session, ad, storyboard))


def _produce(ad: GenerationId) -> None:
    storyboard = Storyboard.model_validate_json(_step(ad, "read", lambda: progress.storyboard(ad).model_dump_json()))
    _step(ad, "cut", lambda: str(cut.cut(ad, storyboard)))
    _step(ad, "check", lambda: check.check(ad, storyboard))
    _step(ad, "publish", lambda: publish.store(ad, storyboard))
    _transaction("complete", lambda session: publish.complete(session, ad))
    logger.info("ad completed")


def _work_on(ad: GenerationId, act: Callable[[GenerationId], None]) -> None:
    """Whatever happens, the ad's row says how it ended."""
    bind(generation_id=ad)
    with suppress(Unavailable):
        bind(**progress.ids(ad))
    try:
        _try(ad, act)
        _tidy(ad)
    except (dbos_errors.DBOSWorkflowCancelledError, dbos_errors.DBOSWorkflowConflictIDError):
        logger.info("ad let go: it was stopped, or another process has taken it over")
        _tidy(ad)
        raise
    finally:
        unbind()


def _try(ad: GenerationId, act: Callable[[GenerationId], None]) -> None:
    try:
        act(ad)
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
    """Of an ad that has ended only a completed one keeps files. One that goes on, here or elsewhere, needs its own."""
    status = progress.status(ad)
    if status and not status.finished:
        return
    workspace.remove(ad)
    if status is not Status.COMPLETED:
        discard.withdraw(ad)


def _step(ad: GenerationId, name: str, act: Callable[[], T]) -> T:
    """Done once; tried again where that can help. How long the try took that did is counted."""

    def timed() -> T:
        began = time.monotonic()
        with traces.span(f"step {name}"):
            result = act()
        seconds = time.monotonic() - began
        logger.info("step ended", step=name, seconds=round(seconds, 3))
        durations.step_ended(ad, name, seconds)
        return result

    options: StepOptions = {**_PATIENCE, "name": name, "should_retry": _may_pass}
    return DBOS.run_step(options, timed)


def _transaction(name: str, act: Callable[[Session], None]) -> None:
    """Done exactly once: what it writes and the note that it is done are one transaction."""
    made = records()
    made.run_tx_step({"name": name}, lambda: act(cast("Session", made.sql_session())))


def _may_pass(error: BaseException) -> bool:
    return isinstance(error, AdGenError) and error.retryable
