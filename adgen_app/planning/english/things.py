"""What is sold: the noun phrase that a sentence begins with."""

import re

from adgen_app.planning.english.grammar import ends_noun, is_adjective, is_base_verb, is_gerund, singular
from adgen_app.planning.lexicon import words

_PLURAL_STAYS = frozenset({"lessons"})
"""Trades before which the thing keeps its plural."""
_EMPTY_TAIL = frozenset({"business", "company", "services"})
_AFTER_DEEDS = frozenset({
    "you", "us", "me", "one", "none", "rid", "it", "them", "nothing", "everything", "less", "more", "first", "fast",
    "better", "smarter", "together", "well",
})  # fmt: skip
"""What follows a verb rather than a noun: "pay nothing until you earn", "pass first time"."""
_OWNED = frozenset({"your", "my", "our", "their", "his", "her"})
_FILLED = frozenset({"full", "packed", "filled", "loaded"})
_MAKING = frozenset({"making", "selling", "producing", "creating", "designing", "brewing", "building", "baking"})
_SMALL_ACRONYMS = frozenset({"IT", "US"})
"""Spelled as small words are, but for their capitals: IT support."""
_WORDS, _PAIR = 4, 2
_SAID = frozenset({"yes", "no", "really", "wow", "hello", "sorry", "okay", "oops", "psst", "hey", "guess", "imagine"})
_AMOUNT = re.compile(
    r"\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|hours?|days?|weeks?|minutes?|months?|"
    r"years?|nights?|seconds?"
)
_FIGURE = re.compile(r"\d+(?:k|d|0s)$|(?:19|20)\d\d$")
"""Part of a name: "5k run", "3d printing", "2019 Honda Civic"."""


def is_thing(noun: str) -> bool:
    """Whether the phrase can be what is sold: not "two hours", "cheaper", "yes", "bringing your old bike"."""
    first, *more = noun.lower().split() or [""]
    measured = all(_AMOUNT.fullmatch(word) for word in (first, *more))
    doing = is_gerund(first) and more[:1] != [] and more[0] in words().articles
    compared = not more and first.endswith("er") and is_adjective(first)
    return not (measured or doing or compared or first in _SAID)


def noun_phrase(text: str) -> tuple[str, str]:
    """The noun phrase at the beginning (empty if the text begins with a deed: "rent a car"), and the rest."""
    tokens = text.split()
    if len(tokens) > 1 and _begins_deed(*tokens[:2]):
        return "", text
    end = next((index for index in range(len(tokens)) if _ends(tokens, index)), len(tokens))
    phrase = re.sub(r"(?:^| )(?:and|&|,)$", "", " ".join(tokens[:end]).strip(" ,.;:'\""))
    return phrase if re.fullmatch(r"[^\W_][\w'&.,+/ -]*", phrase) else "", " ".join(tokens[end:]).strip(" ,")


def _begins_deed(first: str, second: str) -> bool:
    """Whether a deed begins here: "rent a car", "compare 30 insurers", "design, build and maintain"."""
    after = words().articles | words().prepositions | words().connectors | _AFTER_DEEDS
    goes_on = second.lower() in after or second.isdigit() or first.endswith(",")
    doing = is_gerund(first) and second.lower() in words().articles
    return doing or (goes_on and is_base_verb(first.rstrip(",")))


def _ends(tokens: list[str], index: int) -> bool:
    """Whether the phrase ends before the token at `index`."""
    bare = tokens[index].strip(",\"'")
    low = bare if bare in _SMALL_ACRONYMS else bare.lower()
    before = tokens[index - 1] if index else ""
    after = tokens[index + 1].lower().strip(",") if index + 1 < len(tokens) else ""
    if before.endswith(","):
        return not (before.rstrip(",").lower() in words().adjectives and (low in words().adjectives or index == 1))
    if low == "and":
        return not after or is_base_verb(after) or after in words().articles
    if low in words().participles and index and not _FIGURE.match(before):
        told = not after or after in words().prepositions | words().adverbs | words().weekdays | {"of", "every"}
        return before.lower() not in words().adverbs if told else low in words().verbs and ends_noun(low, before)
    stops = (
        words().prepositions
        | words().connectors
        | words().subjects
        | words().openers
        | words().modals
        | {"no", "available", "open", "every", "each", "this"}
    )
    figure = bool(re.match(r"[\d$£€]", low)) and not (after and _FIGURE.match(low))
    theirs = index > 0 and low in _OWNED
    return low in stops or figure or theirs or ends_noun(low, before) or _details(before, low, after)


def _details(before: str, low: str, after: str) -> bool:
    """Whether it is told from here how a thing is: "full of toys", "shoes hand painted", "a brand making clothes"."""
    by_hand = low in words().adverbs and after in words().participles
    done = before.endswith("s") and (by_hand or (low.endswith("ed") and after in words().prepositions))
    return done or (low in _FILLED and after == "of") or (low in _MAKING and before.lower() in words().makers)


def worded(noun: str, trade: str = "") -> str:
    """The noun phrase in lower case (proper names keep theirs), at most four words, judgements dropped."""
    tokens = [token.strip(",") for token in noun.split()]
    while len(tokens) > 1 and (tokens[0].lower() in words().opinions or tokens[0].lower().endswith("iest")):
        tokens = tokens[1:]
    if len(tokens) > 1 and tokens[-1].lower() in _EMPTY_TAIL and not (len(tokens) == _PAIR and is_gerund(tokens[0])):
        tokens = tokens[:-1]
    if trade and tokens and (trade in _PLURAL_STAYS or not is_gerund(tokens[-1])):
        tokens = [*(tokens if trade in _PLURAL_STAYS else _single(tokens)), *trade.split()]
    tokens = [token for token in tokens if token.lower() != "ever"][
        -(_WORDS + tokens.count("of") + tokens.count("and")) :
    ]
    while len(tokens) > 1 and tokens[0].lower() in ("and", "of", "&"):
        tokens = tokens[1:]
    titled = all(token[:1].isupper() for token in tokens)
    return " ".join(token if index and not titled else _lowered(token) for index, token in enumerate(tokens))


def _single(tokens: list[str]) -> list[str]:
    """Things as they stand before a trade: "kitchen knives and scissors", kitchen knife and scissor sharpening."""
    pairs = zip(tokens, [*tokens[1:], "and"], strict=True)
    return [singular(word) if after == "and" else word for word, after in pairs]


def _lowered(token: str) -> str:
    one_letter = len(token) == 1 and token.upper() not in {"A", "I"}
    return token if one_letter or token in words().proper or any(c.isupper() for c in token[1:]) else token.lower()
