"""The trouble that a brief tells before it comes to what it sells."""

import re
from typing import NamedTuple

from adgen_app.planning.english.clauses import sentences
from adgen_app.planning.english.grammar import is_base_verb, is_verb
from adgen_app.planning.english.headlines import LINE, sentence
from adgen_app.planning.english.identity import identify
from adgen_app.planning.english.things import noun_phrase
from adgen_app.planning.lexicon import words

_SOUGHT = re.compile(
    r"^(?:(?:finding|choosing|hiring|booking|getting|buying) |everything about )"
    r"(?:(?:an?|the|good|great|right) )*(.+?) (?:is|are|takes|can)\b",
    re.IGNORECASE,
)
_THEM = re.compile(r"(?:we|i) [a-z]+ (?:them|it)\b", re.IGNORECASE)
_OURS = re.compile(r"(?:our|we|we're|my|i|i'm|meet|introducing)\b", re.IGNORECASE)
_SOON = 4


def is_ours(sentence: str) -> bool:
    """Whether the sentence begins with who offers something."""
    return _OURS.match(sentence) is not None


class Opening(NamedTuple):
    """The line that opens the brief, the text without it, and what it is about if the text doesn't say."""

    lines: tuple[str, ...]
    rest: str
    about: str


def find_opening(text: str) -> Opening:
    """The opening of a brief, if it has one."""
    first, *others = sentences(text) or [""]
    _, told = noun_phrase(first)
    asks = is_base_verb(first.split(" ")[0])
    if not others or is_ours(first) or asks or not told or len(first) > LINE:
        return Opening((), text, "")
    if not is_ours(others[0]) and identify(others[0]).name is None:
        return Opening((), text, "")
    if not (is_verb(told.split()[0]) or words().be.intersection(told.split()[:_SOON])) or identify(first).name:
        return Opening((), text, "")
    rest = " | ".join(others)
    return Opening((sentence(first),), rest, _about(first, rest))


def _about(first: str, rest: str) -> str:
    """What follows is about, if it doesn't say so: "Electric bikes beat traffic. We rent them ..."."""
    if match := _SOUGHT.match(first):
        return match[1]
    return noun_phrase(first)[0] if _THEM.match(rest) else ""
