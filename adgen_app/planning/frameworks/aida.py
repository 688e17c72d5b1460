"""AIDA: attention, interest, desire, action."""

from adgen_app.domain.brief import Framework
from adgen_app.domain.storyboard import Role
from adgen_app.planning import scenes
from adgen_app.planning.arc import Arc, Beat
from adgen_app.planning.reading import Reading


def _reason(reading: Reading) -> str:
    if reading.offers:
        return (
            f"Your brief makes an offer (\u201c{reading.offers[0]}\u201d), so the ad catches the eye, builds "
            "desire, then asks to act."
        )
    thing = reading.noun or reading.name
    return f"\u201c{thing}\u201d is something to want, so the ad catches the eye, builds desire, then asks to act."


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
