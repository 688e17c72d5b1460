"""What is put in order at every start and once an hour."""

from datetime import timedelta

from dbos import DBOS

from adgen_app.db.columns import utc_now
from adgen_app.log import logger
from adgen_app.production import workspace
from adgen_app.services import jobs, progress
from adgen_app.services.discard import clear_leftovers

EVERY_SECONDS = 3600
KEPT = timedelta(days=7)
GOING = ["DELAYED", "ENQUEUED", "PENDING"]
ENDED = ["SUCCESS", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"]
SENTENCE = "This ad could not be finished: making it failed several times. Please try again, or change the brief."


def tidy() -> None:
    """Remove leftover files and old jobs."""
    workspace.sweep()
    clear_leftovers()
    forget_old()


def fail_stranded() -> None:
    """An ad must not be 'processing' for ever: if its job has ended or is gone, so has the ad."""
    unfinished = progress.unfinished()
    if not unfinished:
        return
    known = [job for ad in unfinished for job in jobs.ids_of(ad)]
    going = DBOS.list_workflows(workflow_ids=known, status=GOING, load_input=False, load_output=False)
    for ad in set(unfinished) - {jobs.ad_of(workflow.workflow_id) for workflow in going}:
        logger.error("ad without a job", generation_id=ad)
        progress.fail(ad, SENTENCE)


def forget_old() -> None:
    """Jobs are kept for a week after they ended."""
    before = (utc_now() - KEPT).isoformat()
    old = DBOS.list_workflows(status=ENDED, completed_before=before, load_input=False, load_output=False)
    if old:
        DBOS.delete_workflows([workflow.workflow_id for workflow in old])
