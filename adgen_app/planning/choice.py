"""Chance without luck: the same brief always rolls the same."""

from collections.abc import Sequence
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """Rolls that depend on a text and on what is rolled for, never on the moment."""

    def __init__(self, seed: str) -> None:
        """`seed` is whatever makes this ad different from others."""
        self._seed = seed

    def roll(self, what: str, sides: int) -> int:
        """A number from 0 to sides - 1."""
        digest = sha256(f"{what}\0{self._seed}".encode(errors="replace")).digest()
        return int.from_bytes(digest[:8], "big") % sides

    def pick(self, what: str, options: Sequence[T]) -> T:
        """One of the options."""
        return options[self.roll(what, len(options))]

    def shuffled(self, what: str, options: Sequence[T]) -> list[T]:
        """All options in an order of this brief's own."""
        left = list(options)
        return [left.pop(self.roll(f"{what}{len(left)}", len(left))) for _ in options]
