"""A phrase of the user's made short enough for a screen, never cut within itself."""

import re

from adgen_app.planning.english.grammar import is_base_verb, is_surely_verb
from adgen_app.planning.lexicon import words

LINE = 40
"""Characters that are read at a glance, on two lines at most."""
WHOLE = 48
"""Up to here a phrase stays whole rather than losing its end."""
MOST = 58
_BOUND = ("and", "or", "but", "of", "than", "which", "who")
_LISTED = 4
"""Words within which an "and" says that a list goes on after a comma."""
_TAIL = 9
_SHORT_TAIL = 16
"""What is shorter says too little on a line of its own: "In your CRM"."""
_SUBJECTS = re.compile(
    (
        r"^(?:it's|its|it is|they're|they are|these are|this is|that's|that is|he is|she is|which is|which are|is|"
        r"are|we're|we are|i'm|i am|"
        r"everything is|everything's|all of them are|all are|"
        r"you can(?: even| also| now| just)?(?! (?:hardly|barely|never|only|always))|"
        r"(?:you'll|you will)(?! (?:want|love|never|need|always|wish))|"
        r"it'll|it will|will|it can|can|it|they|which|that|"
        r"this(?! (?:weekend|week|month|season|spring|summer|autumn|fall|winter|christmas)\b)|"
        r"so you can|so (?=you|that|we|it|they|your)|"
        r"also|just|plus|and|or(?! (?:you|we|it's|your)\b)|but|then|even|about (?=how|why|what)|"
        r"(?:we|i) (?:also |even |only |now )?(?:offer|have|provide|use|carry|stock|feature|include|do|got|serve|"
        r"sell)|there's|there is|there are|featuring|including|offering|comes with|come with|includes?|"
        r"features?|has|have|been|guaranteed?)\b(?! to\b) *"
    ),
    re.IGNORECASE,
)

_FILLERS = re.compile(
    r"\b(?:really|very|super|literally|basically|just|truly|simply|extremely|totally|absolutely) (?=\w)",
    re.IGNORECASE,
)
_JUNK = re.compile(
    (
        r"^(?:etc|more|much more|many more|so much more|others?|stuff|things|lots|please|thanks|thank you|hi|hello|"
        r"now|today|here|too|looking|everything|amazing|"
        r"(?:intro|special|opening|launch|limited)? ?offers?|it|you|us|me)$"
    ),
    re.IGNORECASE,
)
_OF_IT = re.compile(r"(?:saves?|makes?|does|do|gets?|lets?|keeps?|gives?|helps?) (?:it|them|this|that)$", re.IGNORECASE)
"""A deed that says nothing without what it is done to."""
_CLOCK = re.compile(r"\d ?[ap]\.?m\b", re.IGNORECASE)
_DOUBLED = re.compile(r"\b(\w+)(?: \1\b)+", re.IGNORECASE)
_WEAK_END = re.compile(r"(?:\s+(?:etc|and more|and much more|so much more|as well|too|for you|now))+$", re.IGNORECASE)


def headlines(phrase: str, limit: int = LINE, whole: int = WHOLE) -> list[str]:
    """The phrase as one or two lines; none if nothing of it stands alone. Up to `whole` it keeps a short end."""
    text = bare(phrase)
    if not text:
        return []
    if len(text) <= limit:
        return [sentence(text)] if stands(text) else []
    lines = _split(text, limit)
    if (not lines[1:] or len(lines[-1]) < _SHORT_TAIL) and len(text) <= whole and stands(text):
        return [sentence(text)]
    return [sentence(line) for line in lines] or ([sentence(text)] if len(text) <= MOST and stands(text) else [])


def bare(phrase: str) -> str:
    """Without the subject and the fillers: "it's really soft" says "soft"."""
    text = _DOUBLED.sub(r"\1", " ".join(phrase.split())).strip(" ,.;:-'\"")
    for _ in range(3):
        shorter = _SUBJECTS.sub("", text, count=1)
        if shorter == text or not shorter:
            break
        text = shorter
    text = _WEAK_END.sub("", _FILLERS.sub("", text)).strip(" ,.;:-")
    text = (
        re.sub(r"^(?:the|a|an|our|my) (?=\w+ \w)", "", text, flags=re.IGNORECASE)
        if not re.match(r"^(?:the|our|my)\b.*\b(?:is|are)\b", text, re.IGNORECASE)
        else text
    )
    return text.removesuffix(" n") if not _JUNK.match(text) else ""


def stands(text: str) -> bool:
    """Whether the text is a phrase of its own."""
    tokens = text.lower().split()
    if not tokens or not re.search(r"\w", text) or text.count("(") != text.count(")") or text.count('"') % 2:
        return False
    closed = _CLOCK.search(text) or (tokens[-1] == "only" and tokens[-2:-1] and tokens[-2] not in words().danglers)
    dangles = tokens[-1].strip(".,") in words().danglers and not closed
    bound = ("and", "but", "of", "than", "which", "who") if text.lower().startswith("or you") else _BOUND
    if dangles or tokens[0] in bound:
        return False
    return not (_JUNK.match(text) or _OF_IT.match(text)) and not (
        len(tokens) == 1 and (is_surely_verb(text) or is_base_verb(text))
    )


def sentence(text: str) -> str:
    """With a capital, unless the first word is spelled with one inside: iPhone."""
    first = text.split(maxsplit=1)[0] if text else ""
    return text if any(c.isupper() for c in first[1:]) else text[:1].upper() + text[1:]


def _split(text: str, limit: int) -> list[str]:
    """The longest beginning that is a phrase and fits, then what follows as far as it is phrases too."""
    tokens = text.split()
    for cut in range(len(tokens) - 1, 1, -1):
        head, tail = " ".join(tokens[:cut]).rstrip(","), " ".join(tokens[cut:])
        listed = tokens[cut - 1].endswith(",") and "and" not in tokens[cut : cut + _LISTED]
        listing = tokens[cut].lower() == "and" and any(word.endswith(",") for word in tokens[max(0, cut - 3) : cut])
        boundary = (tokens[cut].lower() in words().breaks and not listing) or listed
        if boundary and len(head) <= limit and stands(head) and tokens[cut - 1].lower() not in words().asks_more:
            return [head, *_tail(tail, limit)]
    return []


def _tail(tail: str, limit: int) -> list[str]:
    first, _, rest = tail.partition(" ")
    if first.lower() == "and":
        return (
            _tail(rest, limit)
            if rest.partition(" ")[0].lower() in words().goes_on
            else [rest]
            if _TAIL <= len(rest) <= limit and stands(rest)
            else []
        )
    if first.lower() not in words().goes_on or len(tail) < _TAIL:
        return []
    return ([tail] if stands(tail) else []) if len(tail) <= limit else _split(tail, limit)
