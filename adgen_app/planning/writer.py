"""A storyboard from a brief, with no model."""

from adgen_app.domain.brand import BrandGuidelines, MusicMood, Style
from adgen_app.domain.brief import Brief
from adgen_app.domain.storyboard import Animation, Overlay, Place, Scene, SceneKind, Storyboard
from adgen_app.planning.arc import Arc, Beat
from adgen_app.planning.deck import Deck
from adgen_app.planning.draft import Draft
from adgen_app.planning.frameworks import ARCS
from adgen_app.planning.reading import Reading, read


def plan(brief: Brief) -> Storyboard:
    """Write the storyboard: the same brief always gives the same one."""
    reading = read(brief)
    arc, reason = _arc(brief, reading)
    deck = Deck(reading)
    scenes = [_scene(beat, beat.write(deck, beat.lines(brief.duration)), brief) for beat in arc.beats]
    return Storyboard(
        product=brief.prompt,
        brand=BrandGuidelines(name=reading.name, colours=brief.brand_colours or ("#2563EB", "#0F172A", "#F8FAFC")),
        framework=arc.framework,
        framework_reason=reason,
        style=Style.MINIMAL if brief.style == "auto" else brief.style,
        aspect_ratio=brief.aspect_ratio,
        duration=brief.duration,
        language=reading.language,
        scenes=tuple(scenes),
        music=MusicMood.CALM if brief.music_mood == "auto" else brief.music_mood,
        call_to_action=deck.call_to_action,
    )


def _arc(brief: Brief, reading: Reading) -> tuple[Arc, str]:
    if brief.framework != "auto":
        arc = ARCS[brief.framework]
        return arc, arc.given
    suiting = ((arc, arc.reason(reading)) for arc in ARCS.values())
    return next((arc, reason) for arc, reason in suiting if reason is not None)


def _scene(beat: Beat, draft: Draft, brief: Brief) -> Scene:
    return Scene(
        role=beat.role,
        kind=draft.kind,
        duration=beat.lasts(brief.duration),
        visual=draft.visual,
        overlays=tuple(Overlay(text=line, place=place, animation=move) for line, place, move in _staged(draft)),
        narration=draft.narration,
    )


def _staged(draft: Draft) -> list[tuple[str, Place, Animation]]:
    first = (Place.CENTRE, Animation.SCALE if draft.kind in (SceneKind.HOOK, SceneKind.HERO) else Animation.SLIDE_UP)
    return [
        (line, *(first if number == 0 else (Place.BOTTOM, Animation.SLIDE_UP)))
        for number, line in enumerate(draft.lines)
    ]
