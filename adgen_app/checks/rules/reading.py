"""Reading: there is time to read what is shown."""

import unicodedata
from collections.abc import Iterator

from adgen_app.checks.finding import Finding, Level
from adgen_app.domain.media import Media
from adgen_app.domain.storyboard import Storyboard

RULE = "reading"
SOURCE = "Netflix timed text style guide: up to 17 characters a second"
FASTEST = 17.0


def check(storyboard: Storyboard, media: Media) -> Iterator[Finding]:
    """No scene shows more than 17 characters a second.

    A Chinese character counts as two; the brand's name, which stands on every scene, need not be read again.
    """
    del media
    for number, scene in enumerate(storyboard.scenes, 1):
        told = [overlay.text for overlay in scene.overlays if overlay.text != storyboard.brand.name]
        speed = sum(map(_width, told)) / scene.duration
        if speed > FASTEST:
            message = f"Scene {number} shows {speed:.0f} characters a second; {FASTEST:g} can be read."
            yield Finding(rule=RULE, level=Level.WARNING, message=message, source=SOURCE)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 1 for letter in text)
