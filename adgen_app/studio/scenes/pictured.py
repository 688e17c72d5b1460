"""A headline beside a picture: the staging that problem and hero share."""

from adgen_app.studio.look.palette import Tone
from adgen_app.studio.scenes.column import column
from adgen_app.studio.scenes.layout import layout
from adgen_app.studio.scenes.sign import emblem
from adgen_app.studio.scenes.stage import Drawing, Stage, beats, paired
from adgen_app.studio.scenes.staging import Staging


def pictured(stage: Stage, tone: Tone, *, own_icons: bool, shaken: bool = False) -> Staging:
    """Pairs of headline and support, beside an icon of the product or of what they say."""
    pairs = paired(stage.scene.overlays)
    drawings: list[Drawing] = []
    for beat in beats(stage, len(pairs)):
        pair = pairs[beat.number % len(pairs)]
        places = layout(stage.aspect_ratio, pair[0].place, centred=stage.look.centred)
        said = " ".join(overlay.text for overlay in pair if overlay)
        icon = stage.icon(said if own_icons or beat.number else "")
        drawings.append(emblem(stage, icon, places.picture, tone, beat, shaken=shaken))
        drawings += column(stage, pair, places.text, beat, tone=tone, biggest=stage.short * 0.165).drawings
    return Staging(tone, tuple(drawings))
