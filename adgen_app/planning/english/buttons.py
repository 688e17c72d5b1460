"""What a button says for the kind of thing that is sold: nobody books a stay on a boat trip."""

from functools import lru_cache

from adgen_app.domain.value import Value
from adgen_app.planning.lexicon import table, word_pattern
from adgen_app.planning.reading import Reading


class _Row(Value):
    buttons: tuple[str, ...]
    words: tuple[str, ...] = ()
    """Of what is sold."""
    said: tuple[str, ...] = ()
    """Anywhere in the brief."""

    def suits(self, noun: str, brief: str) -> bool:
        return _has(self.words, noun) or _has(self.said, brief)


def buttons(reading: Reading) -> tuple[str, ...]:
    """The buttons that suit; none where those of the trade do."""
    noun = reading.noun or reading.name
    brief = " | ".join((noun, reading.where or "", *reading.features, *reading.offers))
    return next((row.buttons for row in _rows() if row.suits(noun, brief)), ())


def _has(words: tuple[str, ...], text: str) -> bool:
    return bool(words) and word_pattern(words).search(text) is not None


@lru_cache(maxsize=1)
def _rows() -> tuple[_Row, ...]:
    return tuple(_Row.model_validate(row) for row in table("en/buttons.toml")["row"])
