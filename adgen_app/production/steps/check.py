"""From a finished file to the certainty that it can be run."""

from adgen_app import checks
from adgen_app.domain.generation import GenerationId
from adgen_app.domain.storyboard import Storyboard
from adgen_app.errors import StudioFailed
from adgen_app.log import logger
from adgen_app.production.steps.cut import cut
from adgen_app.services import progress
from adgen_app.studio.probe import probe

CHECKING = 95


def check(generation_id: GenerationId, storyboard: Storyboard) -> None:
    """Measure the ad against what platforms demand. Raises StudioFailed if one would refuse it."""
    progress.report(generation_id, CHECKING, "Checking the ad")
    report = checks.run(storyboard, probe(cut(generation_id, storyboard)))
    for finding in report.findings:
        logger.info("finding", rule=finding.rule, level=finding.level, finding=finding.message)
    if not report.passed:
        raise StudioFailed(f"The finished ad did not pass its checks: {report.errors[0].message}")
