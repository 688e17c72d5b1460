"""The music bed of an ad, as a file."""

import os
from pathlib import Path

from adgen_app.domain.storyboard import Storyboard
from adgen_app.studio.audio import aac, master
from adgen_app.studio.audio.compose import compose
from adgen_app.studio.audio.score import score
from adgen_app.studio import fingerprint

_CEILING = -3.0
"""dBTP before encoding, which raises peaks."""
_ALLOWED = -1.2
"""dBTP after encoding."""
_ROUNDS = 3


def ingredients(storyboard: Storyboard) -> dict[str, object]:
    """Everything that the music depends on: not the pictures, not the format."""
    wanted = score(storyboard)
    return {"studio": fingerprint.studio(), "mood": wanted.mood, "seconds": wanted.seconds, "cuts": wanted.cuts}


def bed(storyboard: Storyboard, target: Path) -> None:
    """Compose, master, encode, measure what was encoded; once more with a lower ceiling when it peaks too high."""
    composed = compose(score(storyboard))
    ceiling = _CEILING
    unfinished = target.with_suffix(f".{os.getpid()}.part")
    try:
        for _ in range(_ROUNDS):
            aac.write(master.mastered(composed, ceiling), unfinished)
            peak = master.true_peak(aac.read(unfinished))
            if peak <= _ALLOWED:
                break
            ceiling -= peak - _ALLOWED + 0.3
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def loudness(file: Path) -> float:
    """Integrated loudness of an encoded file, in LUFS."""
    return master.loudness(aac.read(file))
