"""The shape of a framework: its beats in order, each with the scene that fills it."""

from collections.abc import Callable
from dataclasses import dataclass

from adgen_app.domain.brief import Framework
from adgen_app.domain.formats import Duration
from adgen_app.domain.storyboard import Role
from adgen_app.planning.deck import READ_PER_SECOND, Deck
from adgen_app.planning.draft import Draft, Slot
from adgen_app.planning.reading import Reading

SECONDS_PER_LINE = 2.4
"""A line of 2-6 words is read in about two seconds; then something has to move."""
MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class Beat:
    """One scene of an arc: what it does, how long it lasts in an ad of 15 seconds, who writes it."""

    role: Role
    seconds: int
    write: Callable[[Deck, Slot], Draft]

    def slot(self, duration: Duration) -> Slot:
        """The room in an ad of this length."""
        seconds = float(self.seconds * duration // Duration.SHORT)
        lines = max(1, min(MOST_LINES, round(seconds / SECONDS_PER_LINE)))
        return Slot(seconds, lines, seconds * READ_PER_SECOND)


@dataclass(frozen=True, slots=True)
class Arc:
    """A framework: its beats, and when it suits a brief."""

    framework: Framework
    beats: tuple[Beat, ...]
    reason: Callable[[Reading], str | None]
    """One sentence for a shop owner if this arc suits the brief, else None."""
    given: str
    """The sentence for when the user chose this arc."""
