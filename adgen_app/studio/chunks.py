"""How an ad's frames are shared out among workers."""

from itertools import pairwise
from math import ceil
from typing import NamedTuple

from adgen_app.domain.storyboard import Storyboard
from adgen_app.studio.film.encode import CHUNK
from adgen_app.studio.timeline import shots


class Chunk(NamedTuple):
    """Frames `first` to `last`, the latter excluded."""

    first: int
    last: int


def chunks(storyboard: Storyboard) -> list[Chunk]:
    """Equal parts of the time from one scene's last frame to the next one's.

    A change to a scene touches few frames of others that way, and a scene that stands alone begins with a key frame.
    """
    found: list[Chunk] = []
    for begin, end in pairwise((0, *(shot.last for shot in shots(storyboard)))):
        parts = ceil((end - begin) / CHUNK)
        edges = [begin + round(part * (end - begin) / parts) for part in range(parts + 1)]
        found += [Chunk(*edge) for edge in pairwise(edges)]
    return found
