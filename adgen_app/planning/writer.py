"""A storyboard from a brief, with no model."""

from adgen_app.domain.brand import BrandGuidelines
from adgen_app.domain.brief import Brief
from adgen_app.domain.given import Given
from adgen_app.domain.storyboard import Finish, Scene, Storyboard
from adgen_app.planning import scenes
from adgen_app.planning.arc import Arc, Beat
from adgen_app.planning.choice import Dice
from adgen_app.planning.deck import Deck
from adgen_app.planning.frameworks import ARCS
from adgen_app.planning.interpret import interpret
from adgen_app.planning.manner import Manner, manner
from adgen_app.planning.narration import narration
from adgen_app.planning.reading import Reading
from adgen_app.planning.showing import shown
from adgen_app.planning.staging import staged
from adgen_app.planning.visual import visual

NOTHING = Given()


def plan(brief: Brief, media: Given = NOTHING) -> Storyboard:
    """Write the storyboard: the same brief with the same files always gives the same one."""
    dice = Dice(f"{brief.prompt}\0{brief.take}" if brief.take else brief.prompt)
    reading, piles = interpret(brief, dice)
    arc, reason = _arc(brief, reading)
    look = manner(brief, reading.trade, dice, media.colours)
    proves = any(beat.write is scenes.proof for beat in arc.beats)
    deck = Deck(piles, proves=proves)
    return Storyboard(
        product=brief.prompt,
        brand=BrandGuidelines(
            name=reading.name,
            colours=look.colours,
            style_keywords=look.keywords,
            mood=look.mood,
            logo=media.logo,
        ),
        framework=arc.framework,
        framework_reason=reason,
        style=look.style,
        aspect_ratio=brief.aspect_ratio,
        duration=brief.duration,
        language=reading.language,
        scenes=shown(tuple(_scene(beat, brief, reading, deck, look) for beat in arc.beats), media.photos),
        music=look.music,
        track=media.track,
        voice=(media.voice,) if media.voice else (),
        call_to_action=deck.piles.call_to_action,
        finish=Finish(vignette=brief.vignette, grain=brief.grain),
    )


def _arc(brief: Brief, reading: Reading) -> tuple[Arc, str]:
    if brief.framework != "auto":
        arc = ARCS[brief.framework]
        return arc, arc.given
    suiting = ((arc, arc.reason(reading)) for arc in ARCS.values())
    return next((arc, reason) for arc, reason in suiting if reason is not None)


def _scene(beat: Beat, brief: Brief, reading: Reading, deck: Deck, look: Manner) -> Scene:
    slot = beat.slot(brief.duration)
    draft = beat.write(deck, slot)
    lines = draft.lines or (reading.name,)
    button = deck.piles.call_to_action
    return Scene(
        role=beat.role,
        kind=draft.kind,
        duration=slot.seconds,
        visual=visual(beat.role, draft.kind, reading, look.light),
        overlays=staged(draft.kind, lines, button, look.style),
        narration=narration(lines, slot.seconds, button if button in lines else ""),
    )
