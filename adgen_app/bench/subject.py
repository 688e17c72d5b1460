"""The ad that everything is measured on."""

from adgen_app.domain.brief import Brief, Framework
from adgen_app.domain.formats import AspectRatio, Duration
from adgen_app.domain.storyboard import Overlay, Storyboard

_PROMPT = (
    "Ember & Oak is a specialty coffee shop. Tired of burnt, bitter coffee? We roast fresh every morning, "
    "organic oat milk, fast Wi-Fi. 20% off your first bag this week."
)


def brief(duration: Duration = Duration.SHORT, aspect_ratio: AspectRatio = AspectRatio.VERTICAL) -> Brief:
    """What is asked for: the same words for every length and format."""
    return Brief(prompt=_PROMPT, framework=Framework.PAS, duration=duration, aspect_ratio=aspect_ratio)


def retitled(storyboard: Storyboard) -> Storyboard:
    """The same ad with another headline in its first scene."""
    first, *others = storyboard.scenes
    overlays = (Overlay(text="Something else"), *first.overlays[1:])
    return storyboard.model_copy(update={"scenes": (first.model_copy(update={"overlays": overlays}), *others)})


def reshaped(storyboard: Storyboard) -> Storyboard:
    """The same ad in another ratio."""
    return storyboard.model_copy(update={"aspect_ratio": AspectRatio.SQUARE})
