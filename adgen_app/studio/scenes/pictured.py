"""A headline beside a picture: the staging that problem and hero share."""

from dataclasses import replace

from adgen_app.studio.look.icons import Icon
from adgen_app.studio.look.palette import Tone
from adgen_app.studio.look.style import Spot
from adgen_app.studio.scenes.column import column
from adgen_app.studio.scenes.layout import layout
from adgen_app.studio.scenes.sign import emblem
from adgen_app.studio.scenes.stage import Beat, Drawing, Stage, beats, paired
from adgen_app.studio.scenes.staging import Staging


def pictured(stage: Stage, tone: Tone, *, own_icons: bool, shaken: bool = False) -> Staging:
    """Pairs of headline and support, beside an icon of the product or of what they say."""
    pairs = paired(stage.scene.overlays)
    emblems: list[tuple[Icon, Spot, Beat]] = []
    columns: list[Drawing] = []
    for beat in beats(stage, len(pairs)):
        pair = pairs[beat.number % len(pairs)]
        places = layout(stage, pair[0].place)
        said = " ".join(overlay.text for overlay in pair if overlay)
        icon = stage.icon(said if own_icons or beat.number else "")
        if emblems and emblems[-1][:2] == (icon, places.picture):  # it stays while the words change
            beat_before = emblems.pop()[2]
            emblems.append((icon, places.picture, replace(beat_before, end=beat.end)))
        else:
            emblems.append((icon, places.picture, beat))
        columns += column(stage, pair, places.text, beat, tone=tone, biggest=stage.short * 0.2).drawings
    signs = [emblem(stage, icon, spot, tone, beat, shaken=shaken) for icon, spot, beat in emblems]
    return Staging(tone, (*signs, *columns))
