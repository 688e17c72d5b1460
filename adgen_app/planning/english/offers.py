"""What a brief offers: discounts, gifts, prices."""

import re
from functools import lru_cache

from adgen_app.planning.english.grammar import is_surely_verb
from adgen_app.planning.lexicon import table

_NO_OFFER = re.compile(
    r"\b(?:save[sd]?|earn(?:ed|s)?|raised|over|worth|costs? you|spend(?:ing)?|made|of) $", re.IGNORECASE
)
"""Before a figure, this makes it part of a sentence: "saved over $500"."""
_START = re.compile(r"^start(?:s|ing)? (?:at|from) ", re.IGNORECASE)
_EDGES = re.compile(r"^(?:for|at|costs?|an?|priced at|it's|get(?: an?)?|and|then) +", re.IGNORECASE)


def find_offers(text: str) -> tuple[list[str], str]:
    """Offers, the strongest kind first, and the text without them."""
    found: list[str] = []

    def take(match: re.Match[str]) -> str:
        if _NO_OFFER.search(text[: match.start()]) or _does_something(match[0], text[match.end() :]):
            return match[0]
        offer = _EDGES.sub("", _START.sub("from ", match[0].strip()))
        found.append(re.sub(r"(\d) ?(?:%|percent\b)", r"\1%", offer))
        return " | "

    for pattern in _patterns():
        text = pattern.sub(take, text)
    return found, text


def _does_something(price: str, after: str) -> bool:
    """Whether a price is who does it: "£5 feeds a family"."""
    following = re.match(r" ([a-z]+)", after)
    return price[-1:].isdigit() and following is not None and is_surely_verb(following[1])


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    offers = table("en/offers.toml")
    kinds: dict[str, list[str]] = offers["kinds"]
    return tuple(re.compile(_whole(kind, offers["parts"]), re.IGNORECASE) for kind in kinds.values())


def _whole(kind: list[str], parts: dict[str, str]) -> str:
    """One pattern of a kind's, with its parts filled in; parts may hold parts."""
    pattern = "|".join(kind)
    while used := [name for name in parts if f"{{{name}}}" in pattern]:
        for name in used:
            pattern = pattern.replace(f"{{{name}}}", parts[name])
    return rf"(?<![\w$£€])(?:{pattern})(?![\w%])"
