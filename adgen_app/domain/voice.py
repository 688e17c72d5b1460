"""What a voice says in an ad, and when."""

from itertools import pairwise
from typing import Self

from pydantic import Field, model_validator

from adgen_app.domain.asset import MediaName
from adgen_app.domain.brief import SAID_MAX, Said
from adgen_app.domain.value import Value


class Spoken(Value):
    """A word as it is heard; seconds from the start of its line."""

    text: str = Field(min_length=1, max_length=SAID_MAX)
    start: float = Field(ge=0)
    end: float = Field(ge=0)


class Line(Value):
    """A recording that is heard over the music."""

    voice: MediaName
    start: float = Field(default=0, ge=0, description="seconds from the start of the ad")
    seconds: float | None = Field(default=None, gt=0, description="length of the recording, as far as it is known")
    text: Said = ""
    words: tuple[Spoken, ...] = Field(default=(), max_length=SAID_MAX, description="empty: nobody knows when each is")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if any(word.end < word.start for word in self.words):
            raise ValueError("a word ends before it starts")
        if any(after.start < before.start for before, after in pairwise(self.words)):
            raise ValueError("the words of a line stand in the order in which they are said")
        return self
