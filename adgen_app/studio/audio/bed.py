"""What an ad sounds like, as a file: the music bed and the voices over it."""

import os
from pathlib import Path

from adgen_app.domain.storyboard import Storyboard
from adgen_app.studio.audio import aac, level, master
from adgen_app.studio.audio.compose import compose
from adgen_app.studio.audio.own import own
from adgen_app.studio.audio.score import score
from adgen_app.studio.audio.voice import over
from adgen_app.studio.media import located

_CEILING = -3.0
"""dBTP before encoding, which raises peaks."""
_ALLOWED = -1.2
"""dBTP after encoding."""
_NEAR = 0.25
"""LU that the encoded file may miss the target by."""
_ROUNDS = 4


def bed(storyboard: Storyboard, target: Path, media: Path | None = None) -> None:
    """Compose, master, encode, measure what was encoded; again, with what was missed made up for, when it misses.

    A track of the user's own, found in the folder `media`, takes the place of the composed music; voices are laid over.
    """
    wanted = score(storyboard)
    music = own(located(media, storyboard.track), wanted) if storyboard.track else compose(wanted)
    music = over(music, storyboard, media) if storyboard.voice else music
    aim, ceiling = master.TARGET_LUFS, _CEILING
    unfinished = target.with_suffix(f".{os.getpid()}.part")
    try:
        for _ in range(_ROUNDS):
            aac.write(master.mastered(music, aim, ceiling), unfinished)
            encoded = aac.read(unfinished)
            missed = master.TARGET_LUFS - level.loudness(encoded)
            excess = level.true_peak(encoded) - _ALLOWED
            if abs(missed) <= _NEAR and excess <= 0:
                break
            aim += missed
            ceiling -= max(0.0, excess + 0.3 * (excess > 0))
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
