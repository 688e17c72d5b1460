"""Hook: big kinetic words that stop the thumb."""

from adgen_app.studio.look.palette import Tone
from adgen_app.studio.scenes.column import column
from adgen_app.studio.scenes.layout import text_only
from adgen_app.studio.scenes.sign import ghost
from adgen_app.studio.scenes.stage import Drawing, Stage, beats, paired
from adgen_app.studio.scenes.staging import Staging


def direct(stage: Stage) -> Staging:
    """One headline at a time, as large as it goes."""
    pairs = paired(stage.scene.overlays)
    box = text_only(stage.aspect_ratio, centred=stage.look.centred)
    drawings: list[Drawing] = []
    for beat in beats(stage, len(pairs)):
        pair = pairs[beat.number % len(pairs)]
        drawings.append(ghost(stage, stage.icon(pair[0].text), Tone.BASE, beat))
        drawings += column(stage, pair, box, beat, tone=Tone.BASE, biggest=stage.short * 0.2).drawings
    return Staging(Tone.BASE, tuple(drawings))
