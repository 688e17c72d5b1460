"""What a check says."""

from enum import StrEnum

from adgen_app.domain.value import Value


class Level(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    """A platform refuses the ad, or it fails its purpose."""
    WARNING = "warning"
    """The ad runs, but less well than it could."""


class Finding(Value):
    """One thing that is not as it should be."""

    rule: str
    level: Level
    message: str
    """A sentence for the user: what is so, and what it should be."""
    source: str
    """Who demands it."""


class Report(Value):
    """What all checks say about one ad."""

    rules: tuple[str, ...]
    """What was checked."""
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What keeps the ad from running."""
        return tuple(finding for finding in self.findings if finding.level is Level.ERROR)

    @property
    def passed(self) -> bool:
        """Whether the ad may run; warnings don't stop it."""
        return not self.errors
