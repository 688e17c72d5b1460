"""From a brief to a storyboard."""

from adgen_app.db.engine import Session
from adgen_app.domain.generation import GenerationId
from adgen_app.domain.storyboard import Storyboard
from adgen_app.planning.writer import plan as write
from adgen_app.production.gathering import for_planning
from adgen_app.services import jobs, progress

PLANNING = 10
PLANNED = 20


def plan(generation_id: GenerationId) -> Storyboard:
    """Write the ad's storyboard. Raises AlreadyFinished if it was cancelled or deleted, Unavailable."""
    ad = progress.begin(generation_id)
    progress.report(generation_id, PLANNING, "Planning your ad")
    return write(ad.brief, for_planning(ad))


def keep(session: Session, generation_id: GenerationId, storyboard: Storyboard) -> None:
    """Keep it with the ad and queue the ad for the studio, together with the note that this step is done."""
    progress.planned(session, generation_id, storyboard)
    row = progress.running(session, generation_id)
    row.progress, row.current_step = PLANNED, "Storyboard ready, waiting for the studio"
    jobs.enqueue_cut(session, generation_id)
