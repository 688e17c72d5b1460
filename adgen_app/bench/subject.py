"""The ad that everything is measured on."""

from adgen_app.domain.brief import Brief, Framework
from adgen_app.domain.formats import AspectRatio, Duration
from adgen_app.domain.storyboard import Overlay, SceneKind, Storyboard
from adgen_app.planning.writer import plan

_SCENE_SECONDS = 3.0
_PROMPT = (
    "Ember & Oak is a specialty coffee shop. Tired of burnt, bitter coffee? We roast fresh every morning, "
    "organic oat milk, fast Wi-Fi. 20% off your first bag this week."
)


def brief(duration: Duration = Duration.SHORT, framework: Framework = Framework.PAS) -> Brief:
    """What is asked for: the same words for every length."""
    return Brief(prompt=_PROMPT, framework=framework, duration=duration)


def storyboard() -> Storyboard:
    """Five scenes of three seconds, as in the ad that the bars were set on."""
    planned = plan(brief())
    *before, card = planned.scenes
    listed = [scene for scene in plan(brief(framework=Framework.AIDA)).scenes if scene.kind is SceneKind.FEATURES]
    scenes = [scene.model_copy(update={"duration": _SCENE_SECONDS}) for scene in (*before, *listed, card)]
    return planned.model_copy(update={"scenes": tuple(scenes)})


def retitled(storyboard: Storyboard) -> Storyboard:
    """The same ad with another headline in its first scene."""
    first, *others = storyboard.scenes
    overlays = (Overlay(text="Something else"), *first.overlays[1:])
    return storyboard.model_copy(update={"scenes": (first.model_copy(update={"overlays": overlays}), *others)})


def reshaped(storyboard: Storyboard) -> Storyboard:
    """The same ad in another ratio."""
    return storyboard.model_copy(update={"aspect_ratio": AspectRatio.SQUARE})
