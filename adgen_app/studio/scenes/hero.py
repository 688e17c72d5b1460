"""Hero: the product revealed, with one promise."""

from adgen_app.studio.look.palette import Tone
from adgen_app.studio.scenes.pictured import pictured
from adgen_app.studio.scenes.presented import presented
from adgen_app.studio.scenes.stage import Stage
from adgen_app.studio.scenes.staging import Staging


def direct(stage: Stage) -> Staging:
    """Beside the product's photo or, without one, its emblem."""
    if stage.photo:
        return presented(stage, stage.photo, Tone.BASE, 0.15)
    return pictured(stage, Tone.BASE, own_icons=False)
