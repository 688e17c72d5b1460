"""A text in any language, cut into phrases that can stand on a screen."""

import re

from adgen_app.planning.languages.tongue import Grammar
from adgen_app.planning.widths import width

LINE = 40
MOST = 58
_SENTENCE = re.compile(
    r"\s*(?:[!?;|\u00a1\u00bf\u3002\uff01\uff1f\uff1b\u061f\u061b\u0964\u2022]+|\.(?!\w)|[:\uff1a](?!\d|//)|"
    r"\s[-\u2013\u2014]+\s)\s*"
)
_COMMA = re.compile(r"\s*(?:,(?!\d)|[\u3001\uff0c\u060c])\s*")
_EDGES = " ,.;:-\u2013\u2014\"'\u201c\u201d\u201e\u00ab\u00bb\u3001\u3002\uff0c\u060c()"
_SPACELESS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
_PARTICLES = re.compile(r"(?<=[\u306e\u306f\u3092\u306b\u3067\u3068\u304c\u3066\u7684\u548c\u4e0e\u8ba9\u4e3a])")


def sentences(text: str) -> list[str]:
    """Cut at full stops of any script."""
    return [part.strip(_EDGES) for part in _SENTENCE.split(text) if part.strip(_EDGES)]


def phrases(sentence: str, grammar: Grammar, *, lead: bool = False) -> list[str]:
    """Cut at commas, then before the words that phrases begin with; the town after what is sold stays with it."""
    found: list[str] = []
    for part in filter(None, _COMMA.split(sentence)):
        found.extend(_pieces(part.split(), grammar, lead=lead and not found))
    return [phrase for phrase in found if phrase]


def _pieces(tokens: list[str], grammar: Grammar, *, lead: bool) -> list[str]:
    if grammar.verb_last and tokens and tokens[0].lower() in grammar.that and tokens[2:]:
        return [" ".join([tokens[-1], *tokens[1:-1]])]
    pieces: list[list[str]] = [[]]
    long = width(" ".join(tokens)) > (LINE // 2 if lead else LINE)
    for token, after in zip(tokens, [*tokens[1:], ""], strict=True):
        low, before = token.lower(), pieces[-1]
        town = lead and low in grammar.places and after[:1].isupper()
        whose = low in grammar.that and before[1:] and before[0].lower() == grammar.for_
        if long and before and low in grammar.breaks and not town and not whose:
            pieces.append([])
        pieces[-1].append(token)
    return [" ".join(piece).strip(_EDGES) for piece in pieces]


def lines(phrase: str, grammar: Grammar) -> list[str]:
    """The phrase as lines; none if nothing of it stands alone."""
    tokens = phrase.strip(_EDGES).split()
    while tokens and tokens[0].lower() in (grammar.that | {grammar.and_}):
        tokens = tokens[1:]
    while tokens and tokens[-1].lower().strip(_EDGES) in grammar.danglers:
        tokens = tokens[:-1]
    text = " ".join(tokens)
    if not re.search(r"\w", text) or (
        len(tokens) == 1
        and tokens[0].lower() in grammar.breaks | grammar.verbs | grammar.articles | frozenset(grammar.sell)
    ):
        return []
    return [first_up(line) for line in ([text] if width(text) <= LINE else shared_out(text, grammar))]


def shared_out(text: str, grammar: Grammar) -> list[str]:
    """A long text as lines of about equal length, not ending with a small word."""
    units, glue = (_PARTICLES.split(text), "") if _SPACELESS.search(text) and " " not in text else (text.split(), " ")
    if len(units) == 1:
        return [text[i : i + LINE] for i in range(0, len(text), LINE)] if width(text) > MOST else [text]
    wanted = -(-width(text) // LINE)
    share = width(text) / wanted
    found, line = list[str](), ""
    for unit in units:
        joined = f"{line}{glue}{unit}" if line else unit
        full = line and (width(joined) > LINE or width(line) >= share)
        if full and line.rsplit(maxsplit=1)[-1].lower() not in grammar.danglers:
            found.append(line)
            line = unit
        else:
            line = joined
    return [part for part in (*found, line) if width(part) <= MOST]


def first_up(text: str) -> str:
    """With a capital, unless the first word is spelled with one inside."""
    first = text.split(maxsplit=1)[0] if text else ""
    return text if any(c.isupper() for c in first[1:]) else text[:1].upper() + text[1:]
