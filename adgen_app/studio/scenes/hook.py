"""Hook: big kinetic words that stop the thumb."""

from adgen_app.domain.formats import AspectRatio
from adgen_app.domain.storyboard import Place
from adgen_app.studio.look.icons import Icon
from adgen_app.studio.look.palette import Tone
from adgen_app.studio.look.style import Spot
from adgen_app.studio.scenes.column import column
from adgen_app.studio.scenes.layout import text_only
from adgen_app.studio.scenes.presented import presented
from adgen_app.studio.scenes.sign import emblem, ghost
from adgen_app.studio.scenes.stage import Beat, Drawing, Stage, beats, paired
from adgen_app.studio.scenes.staging import Staging

_POSTER = (Spot(800, 1640, 350), Spot(290, 1650, 350))


def direct(stage: Stage) -> Staging:
    """One headline at a time, as large as it goes; a photo is seen before it is read."""
    if stage.photo:
        place = Place.TOP if stage.aspect_ratio is AspectRatio.VERTICAL else Place.BOTTOM
        return presented(stage, stage.photo, Tone.BASE, 0.2, place)
    pairs = paired(stage.scene.overlays)
    box = text_only(stage)
    drawings: list[Drawing] = []
    for beat in beats(stage, len(pairs)):
        pair = pairs[beat.number % len(pairs)]
        drawings.append(_picture(stage, stage.icon(pair[0].text), beat))
        drawings += column(stage, pair, box, beat, tone=Tone.BASE, biggest=stage.short * 0.2).drawings
    return Staging(Tone.BASE, tuple(drawings))


def _picture(stage: Stage, icon: Icon, beat: Beat) -> Drawing:
    """In 9:16 the emblem, cropped by the frame as on a poster; elsewhere a ghost behind the words."""
    if stage.aspect_ratio is not AspectRatio.VERTICAL:
        return ghost(stage, icon, Tone.BASE, beat)
    return emblem(stage, icon, _POSTER[beat.number % 2], Tone.BASE, beat)
