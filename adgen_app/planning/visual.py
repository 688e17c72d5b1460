"""What a scene shows, in words that a camera could follow."""

from adgen_app.domain.storyboard import Role, SceneKind
from adgen_app.planning.reading import Reading

_LONGEST = 400
_AFTER = frozenset({Role.AFTER, Role.DESIRE, Role.SOLVE})


def visual(role: Role, kind: SceneKind, reading: Reading, light: str) -> str:
    """One shot: who or what, where, in which light."""
    thing = reading.noun or reading.name
    return f"{_shot(role, kind, reading, thing)}; {light}"[:_LONGEST]


def _shot(role: Role, kind: SceneKind, reading: Reading, thing: str) -> str:
    match kind:
        case SceneKind.END_CARD:
            return f"{reading.name} ({thing}) alone on a plain ground in the brand colours, room for text"
        case SceneKind.QUOTE:
            return f"portrait of a content customer at home with {thing}, looking into the camera"
        case SceneKind.NUMBER:
            return f"macro detail of {thing}, slow push-in, plain ground with room for a large figure"
        case SceneKind.OFFER:
            return f"{thing} presented like a gift, confetti of brand colours, slow turn"
        case SceneKind.HERO if role is not Role.AFTER:
            return f"{thing} revealed in close-up, slow push-in, hero lighting"
        case SceneKind.SPLIT:
            return f"split screen: {reading.trade.before} | {reading.trade.after}"
        case _ if role in _AFTER:
            return f"{reading.trade.after}, with {thing}"
        case _:
            return reading.trade.before
