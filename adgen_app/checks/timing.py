"""When the lines of a storyboard come on."""

from itertools import accumulate
from typing import NamedTuple

from adgen_app.domain.storyboard import Storyboard


class Entry(NamedTuple):
    """A line coming on, in seconds from the start of the ad."""

    at: float
    text: str


def entries(storyboard: Storyboard) -> list[Entry]:
    """All lines in order; those of a scene share its time evenly."""
    starts = accumulate((scene.duration for scene in storyboard.scenes), initial=0.0)
    found: list[Entry] = []
    for start, scene in zip(starts, storyboard.scenes, strict=False):
        share = scene.duration / len(scene.overlays)
        found.extend(Entry(start + share * at, overlay.text) for at, overlay in enumerate(scene.overlays))
    return found
