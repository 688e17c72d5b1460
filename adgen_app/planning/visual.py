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
    staged = {
        SceneKind.END_CARD: f"{reading.name} ({thing}) alone on a plain ground in the brand colours, room for text",
        SceneKind.QUOTE: f"portrait of a content customer at home with {thing}, looking into the camera",
        SceneKind.NUMBER: f"macro detail of {thing}, slow push-in, plain ground with room for a large figure",
        SceneKind.OFFER: f"{thing} presented like a gift, confetti in the brand colours, slow turn",
        SceneKind.HERO: f"{thing} revealed in close-up, slow push-in, hero lighting",
        SceneKind.SPLIT: f"split screen: {reading.trade.before} | {reading.trade.after}",
    }
    if kind in staged and role is not Role.AFTER:
        return staged[kind]
    return f"{reading.trade.after}, with {thing}" if role in _AFTER else reading.trade.before
