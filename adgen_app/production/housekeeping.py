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
ENDED = ["SUCCESS", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"]
SENTENCE = "This ad could not be finished: making it failed several times. Please try again, or change the brief."


def tidy() -> None:
    """Leftover files, ads whose job is gone, old jobs."""
    workspace.sweep()
    clear_leftovers()
    fail_stranded()
    forget_old()


def fail_stranded() -> None:
    """An ad must not be 'processing' for ever: if its job has ended or is gone, so has the ad."""
    for ad in progress.unfinished():
        status = jobs.client().list_workflows(workflow_ids=[ad], load_input=False, load_output=False)
        if not status or status[0].status in ENDED:
            logger.error("ad without a job", generation_id=ad)
            progress.fail(ad, SENTENCE)


def forget_old() -> None:
    """Jobs are kept for a week after they ended."""
    before = (utc_now() - KEPT).isoformat()
    old = DBOS.list_workflows(status=ENDED, completed_before=before, load_input=False, load_output=False)
    if old:
        DBOS.delete_workflows([workflow.workflow_id for workflow in old])
