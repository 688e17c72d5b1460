"""PAS: problem, agitate, solve, resolution."""

import re

from adgen_app.domain.brief import Framework
from adgen_app.domain.storyboard import Role
from adgen_app.planning import scenes
from adgen_app.planning.arc import Arc, Beat
from adgen_app.planning.reading import Reading

_WISH = re.compile(
    r"(?:looking for|need|want|ready|did you know|hungry|thirsty|searching|who|what|where|when)\b", re.IGNORECASE
)


def _reason(reading: Reading) -> str | None:
    trouble = next((pain.named for pain in reading.pains), None) or next(
        (question for question in reading.questions if not _WISH.match(question)), None
    )
    if trouble:
        return f"Your brief names a trouble (\u201c{trouble}\u201d), so the ad starts there and ends with the way out."
    if reading.trade.lean is not Framework.PAS or reading.quote or reading.number:
        return None
    thing = reading.noun or reading.name
    return (
        f"\u201c{thing}\u201d is bought when something bothers people, so the ad starts with that and ends with "
        "the way out."
    )


ARC = Arc(
    Framework.PAS,
    (
        Beat(Role.PROBLEM, 4, scenes.sting),
        Beat(Role.AGITATE, 3, scenes.problem),
        Beat(Role.SOLVE, 4, scenes.hero),
        Beat(Role.RESOLUTION, 4, scenes.end_card),
    ),
    _reason,
    "You chose PAS: the ad goes from a problem to its way out.",
)
