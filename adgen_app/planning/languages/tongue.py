"""What we know of a language other than English."""

import re
from functools import lru_cache
from typing import Self

from pydantic import Field

from adgen_app.domain.value import Value
from adgen_app.planning.lexicon import GENERAL, table

TABLED = ("es", "de", "fr", "pt", "it", "nl")
"""Languages that have a table of phrases and of small words."""
PHRASED = ("ar", "he", "hi", "ja", "ko", "ru", "zh", "zh-hant")
"""Languages that have a table of phrases."""


class Grammar(Value):
    """Small words of a language; all empty for one that we don't know."""

    articles: frozenset[str] = frozenset()
    breaks: frozenset[str] = frozenset()
    """Words that a new phrase begins with."""
    verbs: frozenset[str] = frozenset()
    and_: str = Field(default="", alias="and")
    for_: str = Field(default="", alias="for")
    that: frozenset[str] = frozenset()
    copula: frozenset[str] = frozenset()
    a: frozenset[str] = frozenset()
    named: tuple[str, ...] = ()
    sell: tuple[str, ...] = ()
    """Beginnings that come before what is sold: "I sell"."""
    places: frozenset[str] = frozenset()
    """Prepositions before a town."""
    verb_last: bool = False
    """A relative clause ends with its verb."""
    danglers: frozenset[str] = frozenset()
    """Words that no line may end with."""
    people: frozenset[str] = frozenset()
    tired: tuple[str, ...] = ()
    """Words before a trouble: "tired of"."""
    weary: tuple[str, ...] = ()
    """How those of them begin that say how one feels, and promise nothing."""
    offers: tuple[str, ...] = ()
    """Patterns of offers."""
    asks: tuple[str, ...] = ()
    """Patterns of requests."""


class Lines(Value):
    """Phrases that a category, or any ad, can say."""

    words: tuple[str, ...] = ()
    hooks: tuple[str, ...] = ()
    pains: tuple[str, ...] = ()
    joys: tuple[str, ...] = ()
    headlines: tuple[str, ...] = ()
    cta: tuple[str, ...] = ()

    def without(self, familiar: re.Pattern[str]) -> Self:
        """Those that keep their distance; a pile that has none stays as it is."""
        piles = {name: tuple(line for line in lines if not familiar.search(line)) for name, lines in self if lines}
        return self.model_copy(update={name: lines for name, lines in piles.items() if lines and name != "words"})


class Tongue(Value):
    """A language: its small words, its phrases by category."""

    code: str
    words: Grammar = Grammar()
    stems: bool = False
    """Its words for what is sold are found within longer ones: it inflects them, or writes without spaces."""
    compounds: bool = False
    """Its words for what is sold end longer ones: "Fahrradreparatur"."""
    formal: str = ""
    """Pattern of a brief that keeps its distance: "Wir kommen zu Ihnen"."""
    familiar: str = ""
    """Pattern of lines that don't."""
    templates: dict[str, str] = Field(default_factory=dict)
    lines: Lines = Lines()
    category: dict[str, Lines] = Field(default_factory=dict)

    @property
    def trade_words(self) -> tuple[str, ...]:
        """All words that name what is sold."""
        return tuple(word for lines in self.category.values() for word in lines.words)

    def towards(self, brief: str) -> Self:
        """The language as the brief speaks to its readers: no "du" after "Wir kommen zu Ihnen"."""
        if not self.formal or not re.search(self.formal, brief):
            return self
        familiar = re.compile(self.familiar, re.IGNORECASE)
        category = {name: lines.without(familiar) for name, lines in self.category.items()}
        return self.model_copy(update={"lines": self.lines.without(familiar), "category": category})

    def of(self, category: str) -> Lines:
        """The phrases of a category; none for one that the language has no phrases for."""
        return self.category.get(category, Lines()) if category != GENERAL else Lines()


@lru_cache(maxsize=64)
def tongue(code: str) -> Tongue:
    """A language by its code."""
    if code in TABLED:
        return Tongue.model_validate({"code": code, **table(f"{code}.toml")})
    known, base = table("languages.toml"), code.partition("-")[0]
    small = frozenset(known["stop"].get(base, ())) | frozenset(known["danglers"].get(base, ()))
    words = Grammar(danglers=small, offers=known["offers"].get(base, ()), asks=known["asks"].get(base, ()))
    if code in PHRASED:
        return Tongue.model_validate({"code": code, "words": words, **table(f"{code}.toml")})
    return Tongue(code=code, words=words, lines=Lines(cta=(known["cta"].get(code, known["cta"]["und"]),)))
