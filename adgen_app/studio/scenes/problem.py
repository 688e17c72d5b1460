"""Problem: the pain, said in a darker mood."""

from adgen_app.studio.look.palette import Tone
from adgen_app.studio.scenes.pictured import pictured
from adgen_app.studio.scenes.stage import Stage
from adgen_app.studio.scenes.staging import Staging


def direct(stage: Stage) -> Staging:
    """In the shadow tone, beside a sign that won't sit still."""
    return pictured(stage, Tone.SHADOW, own_icons=True, shaken=True)
