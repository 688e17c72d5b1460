"""BAB: before, after, bridge."""

from adgen_app.domain.brief import Framework
from adgen_app.domain.storyboard import Role
from adgen_app.planning import scenes
from adgen_app.planning.arc import Arc, Beat
from adgen_app.planning.reading import Reading


def _reason(reading: Reading) -> str | None:
    if reading.change:
        return (
            f"\u201c{reading.change}\u201d promises a change, so the ad shows life before, life after, and the way "
            "there."
        )
    if reading.trade.lean is not Framework.BAB or reading.offers or reading.quote or reading.number:
        return None
    thing = reading.noun or reading.name
    return (
        f"\u201c{thing}\u201d is bought for how life will be with it, so the ad shows life before, life after, and "
        "the way there."
    )


ARC = Arc(
    Framework.BAB,
    (
        Beat(Role.BEFORE, 5, scenes.sting),
        Beat(Role.AFTER, 5, scenes.after),
        Beat(Role.BRIDGE, 5, scenes.end_card),
    ),
    _reason,
    "You chose BAB: the ad shows before, after, and the way there.",
)
