"""Which trade a brief is about."""

import re
from collections import defaultdict
from functools import lru_cache

from adgen_app.planning.lexicon import GENERAL, Trade, trades, word_pattern, words

HEAD, NOUN, ELSEWHERE = 12, 5, 2
"""What a trade's word counts for as the last word of what is sold, within it, or anywhere in the brief."""
_UNTESTED = re.compile(
    r"\bno credit card\b|\bplain english\b|"
    r"\b(?:tested on|harm(?:s|ing)?|from) (?:any )?animals?\b|\banimal[- ](?:testing|free)\b",
    re.IGNORECASE,
)
"""Says of nail polish what it is not about."""
SPECIAL = 1
"""A special trade wins over its category on the same word."""


def trade_of(noun: str, text: str) -> Trade:
    """The trade whose words say best what is sold; the general one if none does."""
    text = _UNTESTED.sub(" ", text).replace("'s ", " ")
    scores: dict[str, int] = defaultdict(int)
    noun = noun.lower()
    generic = words().generic
    head_end = len(_generic_tail().sub("", f" {noun}")) - 1
    empty = noun != "" and head_end < 0
    for place, weight in ((noun, NOUN), (text.lower(), ELSEWHERE)):
        for match in _pattern().finditer(place):
            for name in _by_word()[match[0]]:
                head = place is noun and match.end() in {len(noun), head_end} and match[0] not in generic
                length = match[0].count(" ")
                counts = 0 if empty and match[0] in generic else ELSEWHERE if match[0] in _manners() else weight
                scores[name] += (HEAD if head else counts) + 2 * length + (SPECIAL if _is_special(name) else 0)
    found = trades()
    return found[max(scores, key=lambda name: scores[name])] if scores else found[GENERAL]


def topic_of(trade: Trade, text: str) -> str:
    """The word by which the text is about the trade: "plants"; empty for one that says as little as "app"."""
    pattern = word_pattern(trade.words) if trade.words else None
    found = (match[0].lower() for match in pattern.finditer(text)) if pattern else ()
    return next((word for word in found if word not in words().generic | _manners()), "")


@lru_cache(maxsize=1)
def _manners() -> frozenset[str]:
    """Words that say how something is made or looks: handmade dog collars are for dogs."""
    return words().participles | words().adjectives


@lru_cache(maxsize=1)
def _generic_tail() -> re.Pattern[str]:
    """Words that say too little to be the head: a cleaning kit is about cleaning."""
    return re.compile(rf"(?: (?:{'|'.join(sorted(words().generic))}))+$")


@lru_cache(maxsize=1)
def _by_word() -> dict[str, list[str]]:
    index: dict[str, list[str]] = defaultdict(list)
    for trade in trades().values():
        for word in trade.words:
            for form in {word.lower(), f"{word.lower().removesuffix('s')}s", f"{word.lower()}es"}:
                index[form].append(trade.name)
    return {form: list(dict.fromkeys(names)) for form, names in index.items()}


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return word_pattern(tuple(_by_word()))


def _is_special(name: str) -> bool:
    wider = trades()[name].wider
    return wider is not None and wider.name != GENERAL
