"""Lines dealt so that none comes twice in an ad."""

from collections.abc import Iterable, Iterator

from adgen_app.planning.piles import Piles
from adgen_app.planning.widths import width

READ_PER_SECOND = 15
"""Characters that a viewer reads in a second; 15-17 is what subtitles allow."""
LONGEST = 60
"""Characters of a line; what is longer is not for a screen."""


class Deck:
    """The piles of one ad, with what has been said."""

    def __init__(self, piles: Piles, *, keep_number: bool) -> None:
        """Nothing has been said yet; the phrase with the number may be kept for its own scene."""
        self.piles = piles
        self.said: set[str] = set()
        if keep_number and piles.number and not piles.quote:
            self.say(piles.number[2])

    def say(self, *lines: str) -> tuple[str, ...]:
        """Note lines as said."""
        self.said.update(line.casefold() for line in lines)
        return lines

    def deal(self, count: int, room: float, *piles: Iterable[str]) -> tuple[str, ...]:
        """Up to `count` unsaid lines of `room` characters together, from the first piles first."""
        dealt: list[str] = []
        for line in self._unsaid(piles):
            if len(dealt) == count:
                break
            if width(line) <= room:
                room -= width(line)
                dealt.append(line)
        return self.say(*dealt)

    def _unsaid(self, piles: Iterable[Iterable[str]]) -> Iterator[str]:
        for pile in piles:
            yield from (line for line in pile if line.casefold() not in self.said and len(line) <= LONGEST)
