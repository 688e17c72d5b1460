"""Where a scene's lines stand, how they come in."""

from adgen_app.domain.brand import Style
from adgen_app.domain.storyboard import Animation, Overlay, Place, SceneKind

_Stage = tuple[Place, Animation]
_CENTRE_UP: _Stage = (Place.CENTRE, Animation.SLIDE_UP)
_BELOW: _Stage = (Place.BOTTOM, Animation.SLIDE_UP)
_BELOW_FADE: _Stage = (Place.BOTTOM, Animation.FADE)
_BIG: _Stage = (Place.CENTRE, Animation.SCALE)
_STAGES: dict[SceneKind, tuple[_Stage, _Stage]] = {
    SceneKind.HOOK: (_BIG, _CENTRE_UP),
    SceneKind.PROBLEM: ((Place.CENTRE, Animation.FADE), (Place.CENTRE, Animation.FADE)),
    SceneKind.SPLIT: ((Place.TOP, Animation.FADE), (Place.BOTTOM, Animation.FADE)),
    SceneKind.HERO: (_BIG, _BELOW),
    SceneKind.FOOTAGE: (_CENTRE_UP, _BELOW_FADE),
    SceneKind.FEATURES: ((Place.TOP, Animation.SLIDE_UP), _CENTRE_UP),
    SceneKind.NUMBER: (_BIG, _BELOW),
    SceneKind.QUOTE: ((Place.CENTRE, Animation.WORDS), _BELOW_FADE),
    SceneKind.OFFER: (_BIG, _BELOW),
    SceneKind.END_CARD: (_BIG, _BELOW_FADE),
}


_OPENINGS = {
    Style.LUXURY: Animation.WORDS,
    Style.MINIMAL: Animation.WORDS,
    Style.TECH: Animation.TYPED,
    Style.ORGANIC: Animation.WORDS,
}
"""How the first words of a style's ad come in; elsewhere big."""
_LISTS = frozenset({SceneKind.FEATURES, SceneKind.END_CARD})
"""Kinds whose first line stands while the others come; elsewhere lines come in pairs, headline with support."""


def staged(kind: SceneKind, lines: tuple[str, ...], button: str, style: Style) -> tuple[Overlay, ...]:
    """The lines as overlays; the call to action comes in as a button does."""
    first, second = _STAGES[kind]
    overlays: list[Overlay] = []
    for number, line in enumerate(lines):
        leads = number == 0 if kind in _LISTS else number % 2 == 0
        place, animation = first if leads else second
        if kind is SceneKind.HOOK and number == 0:
            animation = _OPENINGS.get(style, animation)
        overlays.append(Overlay(text=line, place=place, animation=Animation.SCALE if line == button else animation))
    return tuple(overlays)
