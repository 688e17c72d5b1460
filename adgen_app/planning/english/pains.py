"""The troubles that a brief wants gone."""

import re
from typing import NamedTuple

from adgen_app.planning.english.clauses import noun_end
from adgen_app.planning.english.grammar import gerund, is_base_verb, is_gerund
from adgen_app.planning.english.headlines import sentence, stands
from adgen_app.planning.reading import Pain

_STOP = (
    r"(?=\s*(?:[.,;:!?|]|$|\b(?:and|or|but|with|because|so|that|which|when|while|thanks|our|we|it|its|it's|with|try|"
    r"meet|just)\b))"
)
_WORDS = r"[\w'/&-]+(?: [\w'/&-]+){0,4}?"
_THING = rf"(?P<thing>{_WORDS})"
_LISTED = r"[\w'-]+, [\w'-]+ [\w'-]+(?=\?)"
"""Two qualities of one thing, up to the question mark: "burnt, bitter coffee?"."""
_PATTERNS = (
    (
        "no_more",
        rf"\b(?:no more|say (?:goodbye|bye|no) to|goodbye(?: to)?|the end of|an end to|put an end to) {_THING}{_STOP}",
    ),
    (
        "tired",
        (
            r"\b(?:(?:are you|if you(?:'re| are)|i was|we were|for (?:anyone|people|everyone)(?: who(?:'s| is| "
            r"are)?)?|anyone) )?(?:tired of|sick of|sick and tired of|fed up with|fed up of|bored of|struggling "
            rf"with|struggle with|suffering from|suffer from|done with) (?P<thing>{_LISTED}|{_WORDS}){_STOP}"
        ),
    ),
    ("stop", rf"\bstop {_THING}{_STOP}"),
    ("never", rf"\bnever (?:have to )?(?P<verb>[a-z]+) {_THING} again\b"),
    (
        "hate",
        rf"\b(?:people|anyone|everyone|those|folks)? ?(?:who|you|we all) (?:hate|dread|can't stand) {_THING}{_STOP}",
    ),
)
_COMPILED = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _PATTERNS)
_QUESTION = re.compile(
    rf"(?:^|(?<=[.!?|,:] ))\s*"
    rf"((?:[Tt]ired|[Ss]ick|[Bb]ored|[Ff]ed up) (?:of|with) {_LISTED}\?|[^\W_][^.!?|,:]{{6,70}}\?)"
)
_LONGEST = 40
_WHEN = re.compile(
    r"(?<=\w) (?:(?:the )?same[- ]day|today|fast|quickly|overnight|within \d+ \w+|in \d+ \w+)$", re.IGNORECASE
)
"""How soon a remedy works is no part of the trouble."""
_SAYS_NOTHING = re.compile(
    r"(?:it|them|that|this|these|those|everything|anything|all|most|many|some|any|you|us)\b", re.IGNORECASE
)
"""What stands for a thing that was named before: "fixes it fast"."""


class Pains(NamedTuple):
    """What hurts, in order of appearance; questions that the brief asks itself."""

    pains: tuple[Pain, ...]
    questions: tuple[str, ...]
    text: str


def find_pains(text: str) -> Pains:
    """Troubles, the brief's own questions, and the text without both."""
    questions = tuple(sentence(match[1].strip()) for match in _QUESTION.finditer(text))
    found: list[Pain] = []

    def take(match: re.Match[str], kind: str) -> str:
        pain = _pain(kind, match)
        found.extend([pain] if pain else [])
        return " | " if pain else match[0]

    for kind, pattern in _COMPILED:
        text = pattern.sub(lambda match, kind=kind: take(match, kind), text)
    return Pains(tuple(found), questions, _QUESTION.sub(" | ", text))


def _pain(kind: str, match: re.Match[str]) -> Pain | None:
    thing = _WHEN.sub("", match["thing"].strip())
    first = thing.split()[0]
    if kind == "never":
        verb = match["verb"].lower()
        if not is_base_verb(verb):
            return None
        return _short(thing, f"Still {gerund(verb)} {thing}?", f"Never {verb} {thing} again")
    if kind == "stop":
        return _short(thing, f"Still {thing}?", f"Stop {thing}") if is_gerund(first) or first.endswith("ing") else None
    if kind == "hate":
        return _short(thing, f"Hate {thing}?", "" if is_gerund(first) else f"No more {thing}")
    return _short(thing, f"Tired of {thing}?", f"No more {thing}")


def _short(thing: str, question: str, relief: str) -> Pain | None:
    if not stands(thing) or len(question) > _LONGEST:
        return None
    return Pain(sentence(thing), question, relief)


def remedied(phrase: str) -> Pain | None:
    """The trouble within a remedy: "removes pet hair" is about pet hair."""
    match = re.match(
        (
            r"^(?:removes?|eliminates?|relieves?|reduces?|prevents?|stops?|kills?|beats?|ends?|fights?|"
            r"(?:fixes|fix)(?=.*\b(?:leak|crack|stain|pain|bug|squeak|dent|scratch|problem|error))|"
            r"soothes?|eases?) (.+)$"
        ),
        phrase,
        re.IGNORECASE,
    )
    if not match:
        return None
    thing = _WHEN.sub("", noun_end(match[1]))
    return (
        Pain(sentence(thing), f"Tired of {thing}?", "")
        if thing
        and not _SAYS_NOTHING.match(thing)
        and not is_gerund(thing.split()[0])
        and not thing[0].isdigit()
        and len(thing) < _LONGEST - 10
        else None
    )
