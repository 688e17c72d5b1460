"""The planner's tables: what trades there are, what is felt about them, which words are which."""

import re
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any, Self

from pydantic import Field

from adgen_app.domain.brand import Colour, MusicMood, Style
from adgen_app.domain.brief import Framework
from adgen_app.domain.value import Value

FOLDER = Path(__file__).with_name("lexicon")
GENERAL = "general"


class Trade(Value):
    """A trade, from a whole category (food) down to one thing (coffee): its lines are feelings, never claims."""

    name: str
    wider: Self | None = None
    words: tuple[str, ...] = ()
    hooks: tuple[str, ...] = ()
    pains: tuple[str, ...] = ()
    joys: tuple[str, ...] = ()
    cta: tuple[str, ...]
    service: tuple[str, ...]
    headline: tuple[str, ...]
    is_service: bool = False
    lean: Framework
    style: Style
    music: MusicMood
    mood: str
    keywords: tuple[str, ...]
    palettes: tuple[tuple[Colour, ...], ...] = Field(min_length=1)
    before: str
    after: str

    @property
    def category(self) -> str:
        """The trade at large."""
        return self.name if self.wider is None or self.wider.name == GENERAL else self.wider.category


class Words(Value):
    """Small words and common verbs of a language."""

    articles: frozenset[str]
    prepositions: frozenset[str]
    connectors: frozenset[str]
    danglers: frozenset[str]
    subjects: frozenset[str]
    modals: frozenset[str]
    be: frozenset[str]
    verbs: frozenset[str]
    also_nouns: frozenset[str]
    participles: frozenset[str]
    openers: frozenset[str]
    people: frozenset[str]
    not_people: frozenset[str]
    weekdays: frozenset[str]
    not_names: frozenset[str]
    breaks: frozenset[str]
    goes_on: frozenset[str]
    opinions: frozenset[str]
    asks_more: frozenset[str]
    possessives: frozenset[str]
    deeds: dict[str, str]
    adjectives: frozenset[str]
    adverbs: frozenset[str]
    generic: frozenset[str]
    makers: frozenset[str]
    proper: tuple[str, ...]
    shorthand: dict[str, str]


def table(path: str) -> dict[str, Any]:
    """A packaged table."""
    return tomllib.loads((FOLDER / path).read_text("utf-8"))


@lru_cache(maxsize=1)
def words() -> Words:
    """The words of English."""
    return Words.model_validate(table("en/words.toml"))


@lru_cache(maxsize=1)
def trades() -> dict[str, Trade]:
    """All trades by name, the special ones before the categories that they belong to."""
    categories = table("en/categories.toml")
    general = Trade(name=GENERAL, **categories.pop(GENERAL))
    wide = {name: Trade(name=name, wider=general, **row) for name, row in categories.items()}
    special: dict[str, Trade] = {}
    for path in sorted((FOLDER / "en/topics").glob("*.toml")):
        for name, row in table(f"en/topics/{path.name}").items():
            special[name] = _special(name, wide[row.pop("category")], row)
    return special | wide | {GENERAL: general}


def _special(name: str, wider: Trade, row: dict[str, Any]) -> Trade:
    own = {"words", "hooks", "pains", "joys", "name", "wider"}
    inherited = wider.model_dump(exclude=own)
    feelings = {pile: row.get(pile) or getattr(wider, pile) for pile in ("hooks", "pains", "joys")}
    return Trade(**(inherited | row | feelings), name=name, wider=wider)


def word_pattern(options: tuple[str, ...] | frozenset[str]) -> re.Pattern[str]:
    """Finds any of the words as a whole word, the longest first."""
    ranked = sorted(options, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<![\w'-])(?:{'|'.join(map(re.escape, ranked))})(?![\w'-])", re.IGNORECASE)
