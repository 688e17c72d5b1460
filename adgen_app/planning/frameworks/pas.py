"""PAS: problem, agitate, solve, resolution."""

from adgen_app.domain.brief import Framework
from adgen_app.domain.storyboard import Role
from adgen_app.planning import scenes
from adgen_app.planning.arc import Arc, Beat
from adgen_app.planning.reading import Reading


def _reason(reading: Reading) -> str | None:
    if not reading.pains:
        return None
    return "Your brief names a problem, so the ad starts there and ends in relief."


ARC = Arc(
    Framework.PAS,
    (
        Beat(Role.PROBLEM, 4, scenes.hook),
        Beat(Role.AGITATE, 3, scenes.problem),
        Beat(Role.SOLVE, 4, scenes.hero),
        Beat(Role.RESOLUTION, 4, scenes.end_card),
    ),
    _reason,
    "You chose PAS: the ad goes from a problem to its solution.",
)
