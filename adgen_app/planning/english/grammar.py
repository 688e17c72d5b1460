"""What kind of word a word is, as far as an ad needs to know."""

import re
from functools import lru_cache

from adgen_app.planning.lexicon import words

_VOWELS = "aeiou"
_SHORT = 4
_VES_STAYS = frozenset(
    {"olives", "gloves", "curves", "waves", "caves", "sleeves", "stoves", "graves", "valves", "nerves"}
)
_SPELLED_AN = re.compile(r"[FHLMNRSX][A-Z]+\b")
"""Spelled out, it begins with a vowel: an HR system."""


@lru_cache(maxsize=1)
def _third_persons() -> frozenset[str]:
    return frozenset(third_person(verb) for verb in words().verbs) | {"has", "does", "goes", "is", "are"}


@lru_cache(maxsize=1)
def _gerunds() -> frozenset[str]:
    return frozenset(gerund(verb) for verb in words().verbs)


def third_person(verb: str) -> str:
    """help: helps."""
    if verb == "have":
        return "has"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{verb}s"


def gerund(verb: str) -> str:
    """lose: losing, run: running."""
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return f"{verb[:-1]}ing"
    doubles = len(verb) <= _SHORT and re.search(r"(?:^|[^aeiou])[aeiou][bdgklmnprt]$", verb)
    return f"{verb}{verb[-1]}ing" if doubles or verb == "forget" else f"{verb}ing"


def is_verb(word: str) -> bool:
    """Whether the word may be a verb, in base form or third person."""
    low = word.lower()
    return low in words().verbs or low in _third_persons() or low in words().be or low in ("has", "does")


def is_surely_verb(word: str) -> bool:
    """Whether the word ends a noun phrase: a third person that is no plural noun."""
    low = word.lower()
    return low in (words().be | {"has", "have", "can", "will"}) or (
        low in _third_persons() and low not in words().also_nouns
    )


_RATHER_NOUNS = frozenset({
    "shop", "store", "show", "design", "pack", "order", "plan", "book", "record", "style", "dress", "play",
    "train", "guide", "coach", "host", "call", "craft", "care", "support", "repair", "hire", "service",
})  # fmt: skip
_FIRST_OF_TWO = frozenset({
    "sports", "sales", "goods", "clothes", "kids", "ladies", "girls", "boys", "games", "systems", "parts", "news",
    "arts", "savings", "accounts", "electronics", "plus", "gas",
})  # fmt: skip
"""Plurals that stand before another noun: a sports drink."""


def ends_noun(word: str, before: str) -> bool:
    """Whether the word, coming after `before`, is the verb of a sentence that began with a noun."""
    plural = before.endswith("s") and not before.endswith(("ss", "'s"))
    low = word.lower()
    first_of_two = before.lower() in _FIRST_OF_TWO and third_person(low) in words().also_nouns
    deed = is_base_verb(low) and low not in _RATHER_NOUNS and not first_of_two
    return is_surely_verb(word) or (plural and deed)


def is_base_verb(word: str) -> bool:
    """help, not helps."""
    return word.lower() in words().verbs


def is_gerund(word: str) -> bool:
    """Helping."""
    return word.lower() in _gerunds()


def is_adjective(word: str) -> bool:
    """Soft, softer, happier: of the adjectives that ads use."""
    low = word.lower()
    stems = (low, low[:-1], low[:-2], f"{low[:-3]}y", low[:-3]) if low.endswith("er") else (low,)
    return any(stem in words().adjectives for stem in stems) or low in ("better", "less", "more")


def is_people(phrase: str) -> bool:
    """Whether the phrase is about people: "busy parents", not "open offices"."""
    tokens = phrase.lower().replace(",", "").split()
    stop = words().prepositions | {"who", "that", "with", "of"}
    head: list[str] = []
    for token in tokens:
        if token in stop or (head and is_gerund(token)):
            break
        head.append(token)
    return (
        any(token in words().people for token in head[-1:])
        or any(token in words().people for token in head if len(head) > 1 and "and" in head)
        or bool(
            head
            and re.search(r"(?:ers|ors|ists|ians|lovers|goers|owners)$", head[-1])
            and head[-1] not in words().not_people
        )
    )


def singular(noun: str) -> str:
    """bikes: bike."""
    if noun.endswith("ves") and (stem := noun[:-3]) and noun not in _VES_STAYS:
        return f"{stem}fe" if stem[-2:] in ("ni", "wi", "li") else f"{stem}f"
    if noun.endswith("ies") and len(noun) > _SHORT:
        return f"{noun[:-3]}y"
    if noun.endswith(("ses", "xes", "ches", "shes")) and not noun.endswith(("houses", "vases", "cases")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun


def an(phrase: str) -> str:
    """The phrase with its indefinite article."""
    low = phrase.lower()
    consonant = low[:1] not in _VOWELS or low.startswith(("uni", "use", "eu", "one", "ukulele", "u-"))
    mute = low.startswith(("hour", "honest", "heir", "honor", "honour")) or _SPELLED_AN.match(phrase)
    return f"{'an' if mute or not consonant else 'a'} {phrase}"
