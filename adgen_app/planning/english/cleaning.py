"""Typing habits undone: capitals, shorthand, emoji, decoration."""

import re
from functools import lru_cache

from adgen_app.planning.lexicon import word_pattern, words
from adgen_app.planning.signs import without_signs

_INLINE = re.compile(r"</?(?:b|i|u|em|strong|span|a|mark|small|big|font|sup|sub)(?: [^<>]{0,80})?>", re.IGNORECASE)
"""Tags within a phrase."""
_DECORATION = re.compile(
    r"[•·●▪◦*_~|<>{}\[\]\\^=]+|\s[-\u2013\u2014/]+\s|\u2014|#(?=\w)|(?<=\w)\.{2,}|(?<!\S)\(|\)(?!\w)"
)
_SMILEY = re.compile(r"(?<!\w)[:;=]-?[)(DP](?!\w)")
_TITLE = re.compile(r"(?<!\w)'(\w[^|\"]{2,40}?\w)'(?!\w)")
"""In single quotes, apostrophes within: 'A Winter's Tale'."""
_STREET = re.compile(
    r"(?<=\b(?:in|on|at) )(?!(?:your|our|my|the|a|every|each|any|this|that) )"
    r"[a-z]+ (?:park|street|road|avenue|lane|square)\b"
)
_HELD_AND = "\ue000"
_NAMED_AND = re.compile(r"(?<=[A-Z])([\w']*) & (?=[A-Z])")
"""In a name, which stays as its owner writes it: "Ember & Oak"."""
_DOUBTERS = re.compile(
    r" (?:to|for) (?:[\w'-]+ ){1,3}(?:who|that) (?:think|believe|feel|fear|say|worry|thought)\b[^.,;:!?|]*",
    re.IGNORECASE,
)
"""Whom it is for, and what they wrongly think: on the screen it would read as a claim."""
_GREETING = re.compile(r"^\W*(?:hi|hello|hey|hiya)(?: there| all| everyone| guys| team)?[!,. ]+", re.IGNORECASE)
_LOUD = 0.6
_TITLED = 0.8
_HAS_CASE = 4


def clean(text: str) -> str:
    """The text as a careful writer would have typed it; `|` stands where a phrase must end."""
    text = text.replace("\u2019", "'").replace("\u2018", "'").replace("`", "'")
    text = without_signs(text)
    text = _TITLE.sub("\u201c\\1\u201d", _SMILEY.sub(" | ", _GREETING.sub("", text)))
    text = _INLINE.sub("", text)
    text = re.sub(r"</?[a-zA-Z][^<>]{0,80}>", " | ", text)
    text = _DECORATION.sub(" | ", text)
    text = re.sub(r"([!?.])[!?.]+(?=\s|$)", r"\1", text)
    text = _DOUBTERS.sub("", text)
    text = _calm(text)
    text = _NAMED_AND.sub(rf"\1{_HELD_AND}", text)
    text = " ".join(_longhand(token) for token in text.split()).replace(_HELD_AND, " & ")
    text = _STREET.sub(lambda match: match[0].title(), text)
    text = re.sub(
        r"\bits(?= (?:all|so|a|an|the|made|not|also|very|really|super|just|got|been|perfect|great|free|easy)\b)",
        "it's",
        text,
    )
    return _proper_pattern().sub(lambda match: _proper()[match[0].lower()], text)


def _calm(text: str) -> str:
    """Take shouted or title-cased texts down to lower case, sentence by sentence."""
    tokens = re.findall(r"[^\W\d_]{2,}", text)
    if len(tokens) < _HAS_CASE:
        return text
    loud = sum(token.isupper() for token in tokens) / len(tokens)
    titled = sum(token[0].isupper() for token in tokens) / len(tokens)
    small = [token for token in tokens if token.lower() in words().prepositions | words().connectors | words().articles]
    if loud >= _LOUD or (titled >= _TITLED and small and all(token[0].isupper() for token in small)):
        return re.sub(r"(?:^|[.!?|]\s+)\w", lambda match: match[0].upper(), text.lower())
    return text


def _longhand(token: str) -> str:
    core = token.rstrip(".,!?;:")
    return words().shorthand.get(core.lower(), core) + token[len(core) :] if core not in ("US", "R", "N") else token


@lru_cache(maxsize=1)
def _proper() -> dict[str, str]:
    return {word.lower(): word for word in words().proper}


@lru_cache(maxsize=1)
def _proper_pattern() -> re.Pattern[str]:
    return word_pattern(frozenset(_proper()))
