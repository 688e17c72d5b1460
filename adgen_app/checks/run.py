"""All rules applied to one finished ad."""

from adgen_app.checks.finding import Report
from adgen_app.checks.rules import RULES
from adgen_app.domain.media import Media
from adgen_app.domain.storyboard import Storyboard


def run(storyboard: Storyboard, media: Media) -> Report:
    """Check an ad against what was planned, and against what platforms take. Errors come first."""
    findings = [finding for check in RULES.values() for finding in check(storyboard, media)]
    ranked = sorted(findings, key=lambda finding: finding.level)
    return Report(rules=tuple(RULES), findings=tuple(ranked))
