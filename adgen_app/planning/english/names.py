"""Names of products and businesses, found by how they are written."""

import re

from adgen_app.planning.english.grammar import is_surely_verb
from adgen_app.planning.lexicon import words

_WORD = r"[A-Z0-9][\w'&.+-]*"
_SMALL = r"(?:&|and|of|the|by|de|la|le|in|for)"
NAME = rf"(?:{_WORD}(?: (?:{_SMALL} )?{_WORD})*)"
_QUOTED = r"[\"\u201c\u201e](?P<quoted>[^\"\u201c\u201d\u201e]{2,30})[\"\u201d\u201c]"
_CALLED = re.compile(
    rf"[, ]*\b(?:is )?(?:called|named|brand name is|name is)\s+(?:{_QUOTED}|(?P<name>{NAME})|(?P<low>[\w'-]+))\s*,?"
)
_SHOWN = re.compile(
    (
        r"^(?:introducing|meet|presenting|say hello to|discover|welcome to|check out|we are|we're|this is|here at|"
        r"at)\s+(?:the (?=[A-Z]))?"
    ),
    re.IGNORECASE,
)
_SHOWN_THING = re.compile(
    r"^(?:introducing|meet|presenting|say hello to|discover|welcome to|check out)\s+", re.IGNORECASE
)
_SUBJECT = re.compile(
    r"^(?P<name>(?:[\w'&.+-]+ ?){1,4}?)\s+(?P<verb>is|are|was|offers?|sells?|makes?|helps?|provides?|delivers?|"
    r"gives?|lets?|brings?|turns?|keeps?|has|does|tracks?|connects?|finds?|sends?|cleans?|removes?|protects?|"
    r"learns?|teaches|bakes?|serves?|builds?|creates?)\b\s*(?P<rest>.*)$"
)
_AT = re.compile(rf"\b(?:at|by|from) (?P<name>{NAME})(?=$|[ ,.!])")
_STREET = re.compile(
    r"\b(?:Street|Road|Rd|St|Ave|Avenue|Lane|Square|Market|Station|Mall|Park|Valley|Beach|Centre|Center|Town|City)\b"
)
_NOT_NAMES = frozenset(
    {
        "i",
        "we",
        "it",
        "this",
        "that",
        "there",
        "they",
        "you",
        "my",
        "our",
        "the",
        "a",
        "an",
        "these",
        "those",
        "he",
        "she",
        "everything",
        "what",
        "who",
        "how",
        "if",
        "no",
        "life",
        "everyone",
        "all",
        "your",
        "someone",
        "something",
        "nothing",
        "people",
        "need",
        "want",
        "looking",
        "tired",
        "free",
        "and",
        "but",
        "so",
        "get",
        "order",
        "shop",
        "book",
        "here",
        "his",
        "her",
        "new",
        "each",
        "every",
        "some",
        "most",
        "many",
        "black",
        "now",
        "why",
        "when",
        "where",
        "say",
        "never",
        "stop",
        "best",
        "one",
        "two",
        "small",
        "great",
        "its",
        "it's",
        "learn",
        "is",
        "are",
        "do",
        "does",
        "can",
        "will",
    }
)
_LETTERS = 32


def spelled_name(text: str) -> tuple[str | None, str]:
    """A name that the brief gives as one: called X, introducing X, "X"."""
    if match := _CALLED.search(text):
        name = match["quoted"] or match["name"] or match["low"].title()
        return name, f"{text[: match.start()].strip(' ,')} , {text[match.end() :].strip(' ,')}".strip(" ,")
    if shown := _SHOWN.match(text):
        match = re.match(rf"(?:{_QUOTED}|(?P<name>{NAME}))", text[shown.end() :])
        name = (match["quoted"] or match["name"]) if match else ""
        if match and _written_as_name(name.split()):
            rest = text[shown.end() + match.end() :].strip(' ,:-"\u201d')
            return name, re.sub(r"^(?:is|are) ", "", rest)
        if not re.match(r"we|this|at|here", text, re.IGNORECASE):
            return None, _SHOWN_THING.sub("", text)
    match = re.search(_QUOTED, text)
    if match and len(match["quoted"].split()) <= 4 and match["quoted"][:1].isupper():
        return match["quoted"].strip(" ,."), f"{text[: match.start()]}{text[match.end() :]}"
    return None, text


def subject_name(text: str) -> tuple[str | None, str]:
    """X is a Y, X does Y: the name is X."""
    match = _SUBJECT.match(text)
    if not match:
        return None, text
    name, verb, rest = match["name"].strip(), match["verb"], match["rest"]
    tokens = name.split()
    articled = verb == "is" and re.match(r"^(?:an?|the|your|our|my)\b", rest)
    lone = len(tokens) == 1 and tokens[0].lower() not in _NOT_NAMES and not _plural(tokens[0]) and len(name) <= _LETTERS
    if _written_as_name(tokens) or (lone and tokens[0][0].isupper() and not _common(tokens[0])) or (lone and articled):
        return name[0].upper() + name[1:], rest if verb in ("is", "are", "was") else f"that {verb} {rest}"
    return None, text


def leading_name(text: str) -> tuple[str | None, str]:
    """Capitals, then the thing in lower case: "The Daily Grind coffee truck", "HydroKeep water bottle"."""
    match = re.match(rf"^(?P<name>(?:The )?{NAME}) (?P<rest>[a-z].*)$", text)
    if not match:
        return None, text
    name, rest = match["name"], match["rest"]
    follows = rest.split()[0]
    if follows in words().prepositions | words().connectors or is_surely_verb(follows) or follows in words().openers:
        return None, text
    return (name, rest) if _written_as_name(name.split()) else (None, text)


def name_within(noun: str) -> tuple[str | None, str]:
    """A name within the thing ("bakery Rosie's") or as the thing ("Happy Paws"), and what is left of the thing."""
    tokens = noun.split()
    capitals = [index for index, token in enumerate(tokens) if token[0].isupper() and not _common(token)]
    if (
        capitals
        and capitals[0] > 0
        and capitals == list(range(capitals[0], len(tokens)))
        and not tokens[0][0].isupper()
    ):
        return " ".join(tokens[capitals[0] :]), " ".join(tokens[: capitals[0]])
    if tokens and _written_as_name(tokens):
        return noun, ""
    return None, noun


def name_at(rest: str) -> tuple[str | None, str]:
    """A name after "at" or "by": "at Rosie's", "by Mara Lane"."""
    for match in _AT.finditer(rest):
        tokens = match["name"].split()
        if (
            not _STREET.search(match["name"])
            and not _common(tokens[0])
            and (_odd(tokens[0]) or (match[0][0] == "b" and len(tokens) > 1))
        ):
            return match["name"], f"{rest[: match.start()]}{rest[match.end() :]}".strip(" ,")
    return None, rest


def _written_as_name(tokens: list[str]) -> bool:
    """Whether the words are spelled like a name: CamelCase, a possessive, or several capitals."""
    if (
        not tokens
        or len(" ".join(tokens)) > _LETTERS
        or tokens[0].lower() in _NOT_NAMES - {"the", "a", "best", "one", "new", "small", "black"}
    ):
        return False
    if _odd(tokens[0]) and (len(tokens) == 1 or all(t[0].isupper() or t in ("&", "and", "of", "the") for t in tokens)):
        return True
    rest = [
        token for token in tokens if token.lower() not in ("the", "&", "and", "of", "by", "de", "la", "le", "in", "for")
    ]
    return (
        len(tokens) > 1
        and len(rest) > 0
        and all(t[0].isupper() for t in rest)
        and not all(_common(t) for t in rest)
        and tokens[:2] != ["Black", "Friday"]
        and "-" not in tokens[0]
    )


def _odd(token: str) -> bool:
    """FreshBrew, Rosie's: spelled as no common word is; acronyms such as CRM are common."""
    inner = any(c.isupper() for c in token[1:]) and not token.isupper() and "-" not in token
    return not _common(token) and (
        inner
        or (
            token[0].isupper()
            and token.endswith(("'s", "\u2019s"))
            and token.lower()
            not in (
                "it's",
                "children's",
                "men's",
                "women's",
                "today's",
                "mother's",
                "father's",
                "valentine's",
                "let's",
                "kids'",
                "here's",
                "that's",
                "what's",
                "there's",
                "world's",
            )
        )
    )


def _common(token: str) -> bool:
    return token.rstrip(".,") in words().proper or token.isupper()


def _plural(token: str) -> bool:
    return token.lower().endswith("s") and not token.lower().endswith(("ss", "'s", "us"))
