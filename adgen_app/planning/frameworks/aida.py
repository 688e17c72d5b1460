"""AIDA: attention, interest, desire, action."""

from adgen_app.domain.brief import Framework
from adgen_app.domain.storyboard import Role
from adgen_app.planning import scenes
from adgen_app.planning.arc import Arc, Beat
from adgen_app.planning.reading import Reading


def _reason(reading: Reading) -> str:
    return f"{reading.name} is something to want rather than a problem to solve, so the ad builds from attention to action."


ARC = Arc(
    Framework.AIDA,
    (
        Beat(Role.ATTENTION, 3, scenes.hook),
        Beat(Role.INTEREST, 4, scenes.hero),
        Beat(Role.DESIRE, 5, scenes.proof),
        Beat(Role.ACTION, 3, scenes.end_card),
    ),
    _reason,
    "You chose AIDA: the ad goes from attention to action.",
)
