"""The lines of one ad, dealt so that none comes twice."""

from collections.abc import Iterable, Iterator

from adgen_app.planning.reading import Reading


class Deck:
    """Piles of lines for one ad, best first."""

    def __init__(self, reading: Reading) -> None:
        """Sort what the brief says into piles."""
        self.reading = reading
        self.hooks = ["What if it were easier?"]
        self.pains = ["Sound familiar?"]
        self.promises = list(reading.features)
        self.joys = ["Made for you"]
        self.call_to_action = reading.call_to_action or "Try it today"
        self._dealt: set[str] = set()

    def deal(self, count: int, *piles: Iterable[str]) -> tuple[str, ...]:
        """Up to `count` lines that this ad has not shown, from the first piles first."""
        return tuple(line for line, _ in zip(self._fresh(piles), range(count), strict=False))

    def _fresh(self, piles: Iterable[Iterable[str]]) -> Iterator[str]:
        for pile in piles:
            for line in pile:
                if line.casefold() not in self._dealt:
                    self._dealt.add(line.casefold())
                    yield line
