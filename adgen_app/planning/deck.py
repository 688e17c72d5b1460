"""Lines dealt so that none comes twice in an ad."""

import re
from collections.abc import Iterable, Iterator

from adgen_app.planning.piles import Piles
from adgen_app.planning.widths import width

READ_PER_SECOND = 15
"""Characters that a viewer reads in a second; 15-17 is what subtitles allow."""
LONGEST = 60
"""Characters of a line; what is longer is not for a screen."""
_WORD = re.compile(r"[^\W\d_]{5,}")
"""Long enough to be heard again."""


class Deck:
    """The piles of one ad, with what has been said."""

    def __init__(self, piles: Piles, *, proves: bool) -> None:
        """Nothing has been said yet; an arc with a proof keeps the phrase with the number, and promises, for it."""
        self.piles = piles
        self.said: set[str] = set()
        self.proves = proves
        if proves and piles.number and not piles.quote:
            self.say(piles.number[2])

    def say(self, *lines: str) -> tuple[str, ...]:
        """Note lines as said."""
        self.said.update(line.casefold() for line in lines)
        return lines

    def deal(self, count: int, room: float, *piles: Iterable[str]) -> tuple[str, ...]:
        """Up to `count` unsaid lines of `room` characters together, from the first piles first; echoes come last."""
        dealt: list[str] = []
        for echoing in (False, True):
            for line in self._unsaid(piles):
                if len(dealt) < count and width(line) <= room and (echoing or not self._echoes(line)):
                    room -= width(line)
                    dealt.extend(self.say(line))
        return tuple(dealt)

    def _echoes(self, line: str) -> bool:
        """Whether a line of ours takes up a word that was said: "Hungry yet?", then "Hungry? Good."."""
        ours = line not in self.piles.promises and line not in self.piles.offers
        said = {word for other in self.said for word in _WORD.findall(other)}
        return ours and not said.isdisjoint(_WORD.findall(line.casefold()))

    def _unsaid(self, piles: Iterable[Iterable[str]]) -> Iterator[str]:
        for pile in piles:
            yield from (line for line in pile if line.casefold() not in self.said and len(line) <= LONGEST)
