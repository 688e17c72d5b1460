"""Names of products and businesses, found by how they are written."""

import re
from functools import lru_cache

from adgen_app.planning.english.grammar import is_base_verb, is_gerund, is_surely_verb, is_verb
from adgen_app.planning.english.things import noun_phrase
from adgen_app.planning.lexicon import trades, words

_WORD = r"[A-Z0-9][\w'&.+-]*"
_SMALL = r"(?:&|and|of|the|by|de|la|le)"
NAME = rf"(?:{_WORD}(?: (?:{_SMALL} )?{_WORD})*)"
_QUOTED = r"[\"\u201c\u201e](?P<quoted>[^\"\u201c\u201d\u201e]{2,30})[\"\u201d\u201c]"
_CALLED = re.compile(
    rf"[, ]*\b(?:is )?(?:called|named|brand name is|name is)\s+(?:{_QUOTED}|(?P<name>{NAME})|(?P<low>[\w'-]+))\s*,?"
)
_SOMEBODY = re.compile(r"\b(?:cat|dog|horse|parrot|man|woman|boy|girl|son|daughter|founder|chef)$", re.IGNORECASE)
"""Named, but not what is sold."""
_MYSELF = re.compile(
    r"^(?:[Hh]i,? )?(?:[Ii]'m|[Ii] am|[Mm]y name is) (?P<name>[A-Z][\w'-]+)(?:,| and I(?:'m| am)) (?=an? |the )"
)
_TITLE = re.compile(r"^([A-Z][a-z][\w'-]*): +(?=\w)")
_ANNOUNCED = frozenset({
    "today", "new", "news", "sale", "attention", "hello", "help", "wanted", "note", "brief", "ad", "advert", "video",
    "product", "brand", "name", "event", "offer", "reminder", "now", "what", "goal", "company", "business", "idea",
    "topic", "summary", "about", "warning",
})  # fmt: skip
"""What comes before a colon without being anybody's name."""
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
    r"^(?P<name>(?:[\w'&.+-]+ ?){1,4}?)\s+(?P<verb>is|are|was|offers|sells|makes|helps|provides|delivers|gives|lets|"
    r"brings|turns|keeps|has|does|tracks|connects|finds|sends|cleans|removes|protects|learns|teaches|bakes|serves|builds|"
    r"creates|presents|installs|fits|works|shows|saves|writes|plans|automates|blocks|cuts|ships|designs|repairs|fixes|"
    r"paints|trains|walks|rents|restores|roasts|brews|grows|runs|hosts|organises|organizes|manages|sharpens|translates|"
    r"recycles|reduces|relieves|transforms|tutors|cleans)\b\s*(?P<rest>.*)$"
)
_DOER = re.compile(r"^(?P<name>[A-Z][\w'-]+) (?P<verb>[a-z]+s) (?P<rest>(?:them|it|your|the|an?|you)\b.*)$")
_AT = re.compile(rf"\b(?:at|by|from) (?P<name>{NAME})(?=$|[ ,.!])")
_WITH = re.compile(r"\b(?:with|using|via|try) (?P<name>[A-Z][\w'&+-]*)(?P<after>(?:,? .*)?)$")
_STREET = re.compile(
    r"\b(?:Street|Road|Rd|St|Ave|Avenue|Lane|Square|Market|Station|Mall|Park|Valley|Beach|Centre|Center|Town|City)\b"
)
_IS_A = re.compile(r"(?:is|are) (?:an? |the |your )?")
_SMALL_WORDS = frozenset({"the", "&", "and", "of", "by", "de", "la", "le", "in", "for"})
_FIRST_OF_NAMES = frozenset({"the", "a", "best", "one", "new", "small", "black"})
_KINDS = frozenset(
    {
        "vintage",
        "classic",
        "electric",
        "organic",
        "vegan",
        "handmade",
        "custom",
        "restored",
        "modern",
        "private",
        "certified",
        "qualified",
        "native",
        "online",
        "mobile",
        "public",
        "international",
    }
)
_LETTERS = 32
_QUOTED_WORDS = 4
_PLACE_WORDS = 3
_MEASURES = frozenset({"minimum", "maximum", "over", "under", "about", "only", "just", "from", "up"})


def introduced(text: str) -> str:
    """A brief that begins with "Volt: electrolyte powder" says that Volt is a name; "Plumber: fast, fair" does not."""
    match = _TITLE.match(text)
    meaning = words().generic | words().openers | words().adjectives | words().participles | _ANNOUNCED
    if not match or match[1].lower() in meaning or match[1].lower() in _sold():
        return text
    return f"\u201c{match[1]}\u201d {text[match.end() :]}"


@lru_cache(maxsize=1)
def _sold() -> frozenset[str]:
    """The words of all trades, as one of them and as many."""
    known = {word.lower() for trade in trades().values() for word in trade.words}
    return frozenset(known | {f"{word}s" for word in known} | {word.removesuffix("s") for word in known})


def spelled_name(text: str) -> tuple[str | None, str]:
    """A name that the brief gives as one: called X, introducing X, "X"."""
    if match := _MYSELF.match(text):
        return match["name"], text[match.end() :]
    if (match := _CALLED.search(text)) and not _SOMEBODY.search(text[: match.start()]):
        name = match["quoted"] or match["name"] or match["low"].title()
        return name, f"{text[: match.start()].strip(' ,')} , {text[match.end() :].strip(' ,')}".strip(" ,")
    if shown := _SHOWN.match(text):
        return _shown_name(text, shown.end())
    return _quoted_name(text)


def _shown_name(text: str, start: int) -> tuple[str | None, str]:
    """The name after "introducing", "we are"."""
    match = re.match(rf"(?:{_QUOTED}|(?P<name>{NAME}))", text[start:])
    name = (match["quoted"] or match["name"]) if match else ""
    if match and _written_as_name(name.split()):
        rest = text[start + match.end() :].strip(' ,:-"\u201d')
        return name, re.sub(r"^(?:is|are) ", "", rest)
    if re.match(r"we|this|at|here", text, re.IGNORECASE):
        return _quoted_name(text)
    return None, _SHOWN_THING.sub("", text)


def _quoted_name(text: str) -> tuple[str | None, str]:
    match = re.search(_QUOTED, text)
    if match and len(match["quoted"].split()) <= _QUOTED_WORDS and match["quoted"][:1].isupper():
        return match["quoted"].strip(" ,."), f"{text[: match.start()]}{text[match.end() :]}"
    return None, text


def subject_name(text: str) -> tuple[str | None, str]:
    """X is a Y, X does Y: the name is X."""
    match = _SUBJECT.match(text) or _doer(text)
    if not match:
        return None, text
    name, verb, rest = match["name"].strip(), match["verb"], match["rest"]
    tokens = name.split()
    articled = verb == "is" and re.match(r"^(?:an?|the|your|our|my)\b", rest)
    lone = (
        len(tokens) == 1
        and tokens[0].lower() not in words().not_names | words().adjectives
        and not _plural(tokens[0])
        and len(name) <= _LETTERS
    )
    if _written_as_name(tokens) or (lone and tokens[0][0].isupper() and not _common(tokens[0])) or (lone and articled):
        return name[0].upper() + name[1:], rest if verb in ("is", "are", "was") else f"that {verb} {rest}"
    return None, text


def _doer(text: str) -> re.Match[str] | None:
    """A lone capital that does something to something: "Ledgerly scans them"."""
    match = _DOER.match(text)
    known = match and (match["name"].lower() in _sold() or not is_verb(match["verb"]))
    return None if known else match


def leading_name(text: str) -> tuple[str | None, str]:
    """Capitals, then the thing in lower case: "The Daily Grind coffee truck", "HydroKeep water bottle"."""
    match = re.match(rf"^(?P<name>(?:The )?{NAME}) (?P<rest>[a-z].*)$", text)
    if not match:
        return None, text
    name, rest = match["name"], match["rest"]
    if name.split()[0].lower() in _KINDS:
        return None, text
    follows = rest.split()[0]
    if follows in words().prepositions | words().connectors or is_surely_verb(follows) or follows in words().openers:
        return None, text
    if name.endswith("'s") and _odd(name):
        what = noun_phrase(rest)[0].split() or [follows.strip(",.")]
        after = rest[len(" ".join(what)) :].strip()
        if told := _IS_A.match(after):
            rest = after[told.end() :]
        full = " ".join([name, *(word[:1].upper() + word[1:] for word in what)])
        return full if len(full) <= _LETTERS else f"{name} {what[0].capitalize()}", rest
    return (name, rest) if _written_as_name(name.split()) else (None, text)


def name_within(noun: str) -> tuple[str | None, str]:
    """A name within the thing ("bakery Rosie's") or as the thing ("Happy Paws"), and what is left of the thing."""
    tokens = noun.split()
    first = next((i for i, token in enumerate(tokens) if token[0].isupper() and not _common(token)), 0)
    if (
        first
        and not (tokens[0][0].isupper() or tokens[0].isdigit())
        and all(t[0].isupper() and not _common(t) for t in tokens[first:])
    ):
        return " ".join(tokens[first:]), " ".join(tokens[:first])
    return (noun, "") if _written_as_name(tokens) else (None, noun)


def name_at(rest: str, *, owned: bool = False) -> tuple[str | None, str]:
    """A name after "at" or "by": "at Rosie's", "by Mara Lane"; any capitals if what is before them has an owner."""
    for match in _AT.finditer(rest):
        first, *others = match["name"].split()
        signed = match[0].startswith("by") and others
        if not _STREET.search(match["name"]) and not _common(first) and (owned or signed or _odd(first)):
            return match["name"], f"{rest[: match.start()]}{rest[match.end() :]}".strip(" ,")
    return None, rest


def name_with(text: str) -> tuple[str, str, str] | None:
    """A name after "with", with what it names: "Upgrade your sleep with CloudNine mattresses"."""
    match = _WITH.search(text)
    if not match or not _odd(match["name"]):
        return None
    return match["name"], match["after"], text[: match.start()].strip(" ,")


def is_place_alone(text: str) -> bool:
    """Whether a sentence is nothing but a place: "San Francisco"."""
    tokens = text.split()
    told = words().adjectives | words().participles | words().opinions | words().generic | words().weekdays | _sold()
    said = any(token.lower() in told or is_base_verb(token) or is_gerund(token) for token in tokens)
    return len(tokens) <= _PLACE_WORDS and all(token[0].isupper() and token.isalpha() for token in tokens) and not said


def _written_as_name(tokens: list[str]) -> bool:
    """Whether the words are spelled like a name: CamelCase, a possessive, or several capitals."""
    if not tokens or len(" ".join(tokens)) > _LETTERS or tokens[0].lower() in words().not_names - _FIRST_OF_NAMES:
        return False
    large = [token for token in tokens if token.lower() not in _SMALL_WORDS]
    if not large or not all(token[0].isupper() or token.isdigit() for token in large):
        return False
    if any(token.isdigit() for token in large) and _tells(tokens[0]):
        return False
    several = len(tokens) > 1 and "-" not in tokens[0] and tokens[:2] != ["Black", "Friday"]
    plain = large[0].lower() in words().adjectives | _KINDS and all(map(_common, large[1:]))
    return _odd(tokens[0]) or (several and not plain and not all(map(_common, large)))


def _tells(token: str) -> bool:
    """Whether a capital only opens a sentence: "Compare 30 insurers", "Open 7 days"."""
    return is_base_verb(token) or is_gerund(token) or token.lower() in words().adjectives | _MEASURES


def _odd(token: str) -> bool:
    """FreshBrew, Rosie's: spelled as no common word is; acronyms such as CRM are common."""
    if _common(token):
        return False
    possessive = token[0].isupper() and token.endswith(("'s", "\u2019s")) and token.lower() not in words().possessives
    return possessive or ("-" not in token and any(c.isupper() for c in token[1:]))


def _common(token: str) -> bool:
    return token.rstrip(".,") in words().proper or token.isupper()


def _plural(token: str) -> bool:
    return token.lower().endswith("s") and not token.lower().endswith(("ss", "'s", "us"))
