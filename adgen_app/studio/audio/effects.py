"""What is heard where scenes change."""

from adgen_app.studio.audio import instruments as play
from adgen_app.studio.audio.score import Score
from adgen_app.studio.audio.wave import Sound, lay


def effects(track: Sound, score: Score, share: float = 1.0) -> None:
    """Add a whoosh over every change of scene; a riser, then a blow where the call to action begins."""
    for cut in score.cuts:
        lay(track, play.whoosh(0.9), cut - 0.5, 0.2 * share)
    call = score.cuts[-1]
    length = min(1.9, call * 0.4)
    lay(track, play.riser(length), call - length, 0.13 * share)
    lay(track, play.impact(), call, 0.5 * share)
    lay(track, play.impact(), 0.0, 0.22 * share)
