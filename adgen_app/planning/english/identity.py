"""Who is speaking in a brief, and what they sell."""

import re
from dataclasses import dataclass

from adgen_app.planning.english.grammar import ends_noun, is_base_verb, is_gerund, is_surely_verb, singular
from adgen_app.planning.lexicon import words

_WORD = r"[A-Z0-9][\w'&.+-]*"
_NAME = rf"(?:{_WORD}(?: (?:{_WORD}|&|and|of|the|by|de|la|le|in)(?= [A-Z])| {_WORD})*)"
_QUOTED = r"[\"\u201c\u201e]([^\"\u201c\u201d\u201e]{2,30})[\"\u201d\u201c]"
_CALLED = re.compile(rf"\b(?:called|named|brand name is|name is)\s+(?:{_QUOTED}|({_NAME})|([\w'-]+))")
_INTRO_LOW = re.compile(
    r"^(introducing|meet|presenting|say hello to|discover|welcome to|check out)\s+(?:the |our |my )?(new |all-new )?",
    re.IGNORECASE,
)
_IS_A = re.compile(
    r"^(?P<name>(?:[\w'&.+-]+ ?){1,4}?)\s+(?:is|are|was|offers?|sells?|makes?|helps?|provides?|delivers?|gives?|lets?|brings?|turns?|keeps?|has|does|makes)\b\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_OWNER = re.compile(
    r"^(?:so |hey |hi |hello )?(?:i|we)(?:'m|'re|'ve| am| are| have)?(?: (?:just|recently|also|proudly|now|currently|both|been|want|need|would like|to|a small|mostly|only))* ?"
    r"(?P<verb>sell|selling|make|making|offer|offering|run|running|own|do|doing|provide|bake|baking|build|create|creating|design|teach|teaching|rent|deliver|import|grow|roast|brew|started|opened|"
    r"launched|launching|opening|fix|repair|clean|walk|groom|train|install|paint|photograph|promote|advertise|sell out of|have|craft|produce|knit|sew|print|restore|cater|opened up|specialise in|specialize in|handmake)?\b ?",
    re.IGNORECASE,
)
_TRADES = {
    "fix": "repair",
    "repair": "repair",
    "clean": "cleaning",
    "walk": "walking",
    "groom": "grooming",
    "train": "training",
    "install": "installation",
    "teach": "lessons",
    "teaching": "lessons",
    "photograph": "photography",
    "paint": "painting",
    "rent": "rental",
    "restore": "restoration",
}
_SINGULAR_FIRST = frozenset(
    {"repair", "cleaning", "walking", "grooming", "training", "installation", "painting", "rental", "restoration"}
)
_SELLING = re.compile(
    r"^(?:selling|now selling|for sale:?|now open:?|new:|now available:?|coming soon:?|announcing|we present|promoting|advertising|promote|advertise|launching|check out)\s+(?:the |our |my |an? )?",
    re.IGNORECASE,
)
_MINE = re.compile(
    r"^(?:my|our|the|an?|this|these|some|your|new|brand new|brand-new|small|local|little|tiny|family|awesome|amazing|great|best|cool|nice|really|very|super|the best|business|company|of|for)\s+(?=\w)",
    re.IGNORECASE,
)
_OPINION = frozenset(
    {
        "new",
        "amazing",
        "awesome",
        "great",
        "best",
        "cool",
        "nice",
        "super",
        "local",
        "small",
        "little",
        "cute",
        "really",
        "very",
        "good",
        "brand",
        "quality",
        "high-quality",
        "beautiful",
        "lovely",
        "perfect",
        "premium",
        "affordable",
        "cheap",
        "unique",
        "gorgeous",
        "delicious",
        "professional",
        "friendly",
        "reliable",
        "trusted",
        "family",
        "experienced",
        "tiny",
        "high",
        "top",
        "fun",
        "just",
        "big",
        "custom",
    }
)
_OTHERS = frozenset(
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
    }
)
_NOUN_WORDS = 4
_NAME_LETTERS = 32


@dataclass(frozen=True, slots=True)
class Identity:
    """The name (None if the brief has none), the thing in lower case, and the sentence without both."""

    name: str | None
    noun: str
    rest: str


def identify(sentence: str) -> Identity:
    """Read who and what from a sentence; the noun is empty if it says neither."""
    name, text = _explicit(sentence)
    if name is None:
        name, text = _subject(text)
    text, trade = _owner(text)
    noun, rest = noun_phrase(text)
    if name is None:
        name, noun, rest = _capitals(noun, rest, text)
    noun = _worded(noun, trade)
    return Identity(name, noun, rest)


def _explicit(text: str) -> tuple[str | None, str]:
    """A name that the brief gives as one: called X, introducing X, "X"."""
    if match := _CALLED.search(text):
        name = next(group for group in match.groups() if group)
        name = name if any(c.isupper() for c in name) else name.title()
        return name, f"{text[: match.start()].rstrip(' ,')} , {text[match.end() :].lstrip(' ,')}".strip(" ,")
    if match := re.match(rf"^(?:{_INTRO_LOW.pattern[1:]})(?:{_QUOTED}|({_NAME}))[\s,:-]*", text, re.IGNORECASE):
        name = match[3] or match[4]
        if any(c.isupper() for c in name.split()[0]):
            upto = re.match(_NAME, name)
            name = upto[0] if upto else name
            rest = text[text.find(name) + len(name) :]
            return name, _after_name(rest)
    if match := re.search(_QUOTED, text):
        if len(match[1].split()) <= _NOUN_WORDS and match[1][:1].isupper():
            return match[1].strip(" ,."), f"{text[: match.start()]}{text[match.end() :]}"
    return None, _INTRO_LOW.sub("", text)


def _after_name(rest: str) -> str:
    rest = rest.lstrip(' ,:-"\u201d')
    rest = re.sub(r"^(?:is|are) ", "", rest)
    return rest


def _subject(text: str) -> tuple[str | None, str]:
    """X is a Y: the name is X."""
    match = _IS_A.match(text)
    if not match:
        return None, text
    name = match["name"].strip()
    tokens = name.split()
    low = [token.lower() for token in tokens]
    joined = match[0][len(match["name"]) :].split()[0].lower()
    if (
        low[0] in _OTHERS
        or low[0] in words().prepositions
        or any(t in words().prepositions | words().openers for t in low)
        or len(name) > _NAME_LETTERS
    ):
        return None, text
    is_name = tokens[-1][0].isupper() and (len(tokens) > 1 or any(c.isupper() for c in tokens[0]))
    plural_thing = (
        low[-1].endswith("s")
        and not low[-1].endswith(("'s", "ss"))
        and joined in ("are", "have", "keep", "help", "make", "give")
    )
    articled = bool(re.match(r"^(?:an?|the|your|our|my)\b", match["rest"]))
    capitals = all(token[0].isupper() or token.lower() in ("of", "the", "and", "by", "&") for token in tokens)
    if plural_thing or not is_name or not (capitals and (articled or joined != "is" or True)):
        if articled and joined == "is" and len(tokens) == 1 and not plural_thing:
            return name[0].upper() + name[1:], match["rest"]
        return None, text
    if len(tokens) > 1 and not capitals:
        return None, text
    rest = match["rest"] if joined in ("is", "are", "was") else f"that {joined} {match['rest']}"
    return name, rest


def _owner(text: str) -> tuple[str, str]:
    """Drop "I sell", "we are a": what follows is the thing; a trade if the verb names one."""
    text = _SELLING.sub("", text)
    match = _OWNER.match(text)
    trade = ""
    if match and match[0].strip():
        verb = (match["verb"] or "").lower()
        follows = text[match.end() :]
        if verb or re.match(r"^(?:i'm|we're|i am|we are)\b", text, re.IGNORECASE):
            trade, text = _TRADES.get(verb, ""), follows
    while (shorter := _MINE.sub("", text)) != text:
        text = shorter
    return text, trade


def noun_phrase(text: str) -> tuple[str, str]:
    """The noun phrase at the beginning, and the rest."""
    tokens = text.split()
    end = len(tokens)
    for index, token in enumerate(tokens):
        low = token.lower().strip(",\"'")
        if index and tokens[index - 1].endswith(","):
            if not _goes_on(tokens, index):
                end = index
                break
        stop = (
            words().prepositions
            | words().connectors - {"and"}
            | words().subjects
            | words().openers
            | words().modals
            | {"no", "available", "open"}
        )
        if (
            low in stop
            or ends_noun(low, tokens[index - 1] if index else "")
            or re.match(r"[\d$£€]", low)
            or (low in words().participles and index and _opens_participle(tokens, index))
        ):
            end = index
            break
        if low == "and" and (
            index + 1 == len(tokens) or is_base_verb(tokens[index + 1]) or tokens[index + 1].lower() in words().articles
        ):
            end = index
            break
    phrase = " ".join(tokens[:end]).strip(" ,.;:'\"")
    phrase = re.sub(r"(?:^| )(?:and|,)$", "", phrase)
    return phrase, " ".join(tokens[end:]).strip(" ,")


def _goes_on(tokens: list[str], index: int) -> bool:
    """Whether a comma stands between adjectives: "soft, warm blankets"."""
    return (
        index == 1
        and len(tokens) > index + 1
        and not tokens[0].rstrip(",").endswith("s")
        and tokens[index].lower() not in words().articles | words().prepositions
        and not is_surely_verb(tokens[index])
        and not tokens[0][0].isupper()
    )


def _opens_participle(tokens: list[str], index: int) -> bool:
    following = tokens[index + 1].lower() if index + 1 < len(tokens) else ""
    return following in words().prepositions or not following


def _capitals(noun: str, rest: str, text: str) -> tuple[str | None, str, str]:
    """A name written with capitals: within the thing ("bakery Rosie's"), or as the thing ("Happy Paws")."""
    tokens = noun.split()
    proper = {word.lower() for word in words().proper}
    tail = [
        index
        for index, token in enumerate(tokens)
        if index and token[0].isupper() and token.lower() not in proper and not token.isupper()
    ]
    if tail and tail[0] >= 1 and not tokens[0][0].isupper() and tail == list(range(tail[0], len(tokens))):
        return " ".join(tokens[tail[0] :]), " ".join(tokens[: tail[0]]), rest
    named = len(tokens) > 1 and all(token[0].isupper() or token in ("&", "and", "of", "the") for token in tokens)
    odd = bool(tokens) and (
        any(c.isupper() for c in tokens[0][1:])
        and not tokens[0].isupper()
        and "-" not in tokens[0]
        or (tokens[0].endswith("'s") and tokens[0][0].isupper() and len(tokens) > 1)
    )
    if named and len(noun) <= _NAME_LETTERS:
        return noun, "", rest
    if odd and tokens[0].lower() not in proper:
        return (
            (tokens[0], " ".join(tokens[1:]), rest)
            if not tokens[0].endswith("'s")
            else (noun.title().replace("'S", "'s"), " ".join(tokens[1:]), rest)
        )
    match = re.search(rf"\bat (?P<name>{_WORD}'s(?: {_WORD})*)", text) or re.search(
        rf"\b(?:at|by|from) (?P<name>{_WORD}(?: {_WORD})+)(?! Street| Road| St)", text
    )
    if (
        match
        and not re.search(r"\b(?:Street|Road|St|Ave|Avenue|Lane|Square)\b", match["name"])
        and match["name"].split()[0].lower() not in proper
    ):
        return match["name"], noun, rest.replace(match[0], "").strip(" ,")
    return None, noun, rest


def _worded(noun: str, trade: str) -> str:
    """The noun phrase in lower case (proper names keep theirs), at most four words, judgements dropped."""
    tokens = [token.strip(",") for token in noun.split()]
    while len(tokens) > 1 and tokens[0].lower() in _OPINION:
        tokens = tokens[1:]
    if trade and tokens and not (is_gerund(tokens[-1])):
        tokens = [*tokens[:-1], singular(tokens[-1]) if trade in _SINGULAR_FIRST else tokens[-1], trade]
    tokens = tokens[-_NOUN_WORDS:]
    while len(tokens) > 1 and tokens[0].lower() in ("and", "of", "&"):
        tokens = tokens[1:]
    proper = set(words().proper)
    return " ".join(
        token
        if token in proper or any(c.isupper() for c in token[1:]) or (len(token) == 1 and token not in "AI")
        else token.lower()
        for token in tokens
    )
