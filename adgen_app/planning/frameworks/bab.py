"""BAB: before, after, bridge."""

from adgen_app.domain.brief import Framework
from adgen_app.domain.storyboard import Role
from adgen_app.planning import scenes
from adgen_app.planning.arc import Arc, Beat
from adgen_app.planning.reading import Reading


def _reason(reading: Reading) -> str | None:
    del reading
    return None


ARC = Arc(
    Framework.BAB,
    (
        Beat(Role.BEFORE, 5, scenes.problem),
        Beat(Role.AFTER, 5, scenes.hero),
        Beat(Role.BRIDGE, 5, scenes.end_card),
    ),
    _reason,
    "You chose BAB: the ad shows before, after, and the way there.",
)
