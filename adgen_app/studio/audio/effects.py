"""What is heard where scenes change."""

from adgen_app.studio.audio import instruments as play
from adgen_app.studio.audio.score import Score
from adgen_app.studio.audio.wave import Sound, lay

_SHOWN = 0.3
"""Seconds from a cut until what the scene shows has popped up."""


def effects(track: Sound, score: Score, share: float = 1.0) -> None:
    """Add a whoosh over every change of scene, a pop as its picture appears; a riser, a blow at the call to action."""
    for cut in score.cuts:
        lay(track, play.whoosh(0.9), cut - 0.5, 0.2 * share)
    for cut in (0.0, *score.cuts[:-1]):
        lay(track, play.pop(), cut + _SHOWN, 0.22 * share)
    call = score.cuts[-1]
    length = min(1.9, call * 0.4)
    lay(track, play.riser(length), call - length, 0.13 * share)
    lay(track, play.impact(), call, 0.5 * share)
    lay(track, play.impact(), 0.0, 0.22 * share)
