"""Phrases sorted by what they are for: promise, audience, place."""

import re
from dataclasses import dataclass, field

from adgen_app.planning.english.commas import MONTHS
from adgen_app.planning.english.cutter import Clause
from adgen_app.planning.english.grammar import is_base_verb, is_gerund, is_people
from adgen_app.planning.english.headlines import LINE, headlines
from adgen_app.planning.english.pains import remedied
from adgen_app.planning.lexicon import words
from adgen_app.planning.reading import Pain

_PLACE_WORDS = re.compile(
    (
        r"\b(?:street|road|avenue|lane|square|town|chinatown|midtown|city|downtown|village|high street|market|mall|"
        r"station|area|"
        r"centre|center|the heart of|neighbou?rhood|county|valley|region|harbour|harbor|bay|island|beach|"
        r"harbourside|waterfront|riverside|seafront|quayside|docks|pier|archipelago|alps|mountains|hills|coast|forest|desert|peninsula|quarter|district|countryside|islands|dolomites|highlands|lakes)\b"
    ),
    re.IGNORECASE,
)
_LONGEST_PLACE = 30
_DAY = re.compile(r"on [A-Z]\w+ \d{1,2}(?:st|nd|rd|th)?$")
_PRICE = re.compile(r"\b(?:fee|price|rate|cost|charge)s?$", re.IGNORECASE)
_SIZE = re.compile(r"\d+(?:[.,]\d+)? ?(?:ml|cl|l|g|kg|oz|fl oz|lbs?)", re.IGNORECASE)
"""Of a packet: nobody buys for it."""
_TOLD = re.compile(
    r"(?:reminds?|guides?|teach(?:es)?|shows?|connects?|matches|alerts?|trains?|coaches) ((?:[\w'-]+ ){0,2}?[\w'-]+s)"
    r"(?= (?:to|how|through|with|when|where|that|about|for|in)\b)",
    re.IGNORECASE,
)
"""Whom it does something with: "reminds grandparents to take their pills"."""
_DROPPED = frozenset({"when", "if", "where", "while"})


@dataclass(slots=True)
class Sorted:
    """What the phrases of a brief give."""

    features: list[str] = field(default_factory=list[str])
    pains: list[Pain] = field(default_factory=list[Pain])
    audience: str | None = None
    use: str | None = None
    where: str | None = None

    def add(self, phrase: str) -> None:
        """A promise, if something of it stands alone."""
        for line in headlines(phrase):
            if not _SIZE.fullmatch(line) and line.lower() not in (known.lower() for known in self.features):
                self.features.append(line)
        if pain := remedied(phrase):
            self.pains.append(pain)


def sort_clauses(clauses: list[Clause]) -> Sorted:
    """Give each phrase its use, in order."""
    result = Sorted()
    for index, clause in enumerate(clauses):
        before = clauses[index - 1] if index else None
        _sort(result, clause, before)
    return result


def _sort(result: Sorted, clause: Clause, before: Clause | None) -> None:
    if clause.mark == "for":
        _for(result, clause)
    elif clause.mark in ("in", "on", "at", "near", "around", "across", "throughout", "from", "by"):
        _place(result, clause)
    elif clause.mark == "who" and before and before.mark == "for" and result.audience:
        longer = f"{result.audience} who {clause.text}"
        result.audience = longer if len(longer) <= LINE else result.audience
    elif told := _told(clause):
        _bare(result, told)


def _told(clause: Clause) -> str:
    """What a phrase says, with its mark where that belongs to it; nothing where it says nothing alone."""
    first, text = clause.words[0].lower(), clause.text
    match clause.mark:
        case "with" if first in ("a", "an", "every") or text in words().people:
            return f"with {text}"
        case "without":
            return f"without {text}" if first in words().articles or first.endswith("ing") else f"no {text}"
        case "because":
            return f"because {text}"
        case "so" if first not in words().subjects:
            return f"so {text}"
        case "where" if first == "you" and is_base_verb((*clause.words, "")[1]):
            return " ".join(clause.words[1:])
        case mark:
            return "" if mark in _DROPPED else text


def _helped(text: str) -> tuple[str, str] | None:
    """Whom it helps to do what: "helps freelancers send invoices"."""
    tokens = text.split()
    start = next(
        (
            i
            for i, token in enumerate(tokens)
            if re.match(r"^(?:helps?|helping|helped|lets?|letting|allows?|enables?)$", token, re.IGNORECASE)
        ),
        None,
    )
    if start is None or start > 1:
        return None
    for cut in range(start + 2, min(start + 9, len(tokens))):
        whom = " ".join(tokens[start + 1 : cut])
        does = tokens[cut:][1:] if tokens[cut].lower() == "to" else tokens[cut:]
        open_ended = is_gerund(tokens[cut - 1]) or tokens[cut - 1].lower() in words().danglers
        if (whom.lower() == "you" or (is_people(whom) and not open_ended)) and does and is_base_verb(does[0]):
            return whom, re.sub(r"\btheir\b", "your", " ".join(does))
    return None


def _bare(result: Sorted, text: str) -> None:
    if helped := _helped(text):
        whom, does = helped
        if whom.lower() != "you" and not result.audience:
            result.audience = _audience(whom)
        result.add(does)
        return
    if (told := _TOLD.match(text)) and is_people(told[1]) and not result.audience:
        result.audience = _audience(told[1])
    match = re.match(r".*?\bfor (?P<whom>(?!you|every|all\b|anyone).+)$", text, re.IGNORECASE)
    if match and is_people(match["whom"]) and not result.audience:
        result.audience = _audience(match["whom"])
    result.add(text)


def _for(result: Sorted, clause: Clause) -> None:
    text = clause.text
    if clause.words[0].lower() in ("it", "them"):
        return
    if _PRICE.search(text):
        result.add(f"for {text}")
    elif is_people(text):
        if result.audience is None and not any(c.isdigit() for c in text):
            result.audience = _audience(text)
        else:
            result.add(f"for {text}")
    elif text.lower().startswith(("free", "sale", "life", "now", "less", "more", "you", "your", "every", "all")):
        result.add(f"for {text}" if len(clause.words) > 1 else "")
    elif result.use is None:
        result.use = re.sub(r"^(?:the|a|an) ", "", text) if len(text) <= LINE else None
        if result.use is None:
            result.add(f"for {text}")
    else:
        result.add(f"for {text}")


def _audience(text: str) -> str:
    text = re.sub(r"^(?:the|all|our|your|those|any) ", "", text)
    tokens = text.split()
    while len(" ".join(tokens)) > LINE and len(tokens) > 1:
        cut = max(
            (i for i, t in enumerate(tokens) if t.lower() in words().prepositions | words().connectors and i), default=0
        )
        if not cut:
            break
        tokens = tokens[:cut]
    return " ".join(tokens)


def _place(result: Sorted, clause: Clause) -> None:
    tokens = list(clause.words)
    if clause.mark == "on" and _DAY.match(clause.text):
        result.add(clause.text)
        return
    dates = words().weekdays | MONTHS
    capitals = [i for i, token in enumerate(tokens) if i and token[0].isupper() and token.lower() not in dates]
    if capitals and clause.mark != "by":
        end = capitals[-1] + 1
        while end < len(tokens) and _PLACE_WORDS.fullmatch(tokens[end]):
            end += 1
        place, rest = " ".join(tokens[:end]), " ".join(tokens[end:])
        if result.where is None and len(place) <= _LONGEST_PLACE:
            result.where = place
        else:
            result.add(place)
        if rest:
            result.add(rest)
    elif _PLACE_WORDS.search(clause.text) and len(clause.text) <= _LONGEST_PLACE and result.where is None:
        result.where = clause.text
    elif tokens[2:] or any(c.isdigit() for c in clause.text):
        result.add(clause.text)
