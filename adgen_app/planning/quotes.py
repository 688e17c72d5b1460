"""Words in quotation marks with the person who said them."""

import re
from typing import NamedTuple

_MARKS = (
    r"[\"\u201c\u201d\u201e\u00ab]\s*(?P<words>[^\"\u201c\u201d\u201e\u00ab\u00bb]{8,90}?)\s*[\"\u201d\u201c\u00bb]"
)
_PERSON = r"(?P<{}>(?:(?:Dr|Mr|Mrs|Ms)\.? )?[A-Z][\w'-]*(?: [A-Z][\w'-]*\.?)?)"
_AFTER = re.compile(
    rf"{_MARKS}[\s,]*(?:[-\u2013\u2014|~]+|says?|said|by|writes?|wrote|according to)\s*(?:our customer |"
    rf"customer |client )?{_PERSON.format('person')}"
)
_BEFORE = re.compile(
    rf"(?:as |our customer |customer |client )?{_PERSON.format('person')}(?:,? (?:a|one of our|our) [\w "
    rf"]{{3,20}},?)? (?:says?|said|writes?|wrote|told us)[:,]?\s*{_MARKS}"
)


class Quote(NamedTuple):
    """What a customer said."""

    words: str
    person: str


def find_quote(text: str) -> tuple[Quote | None, str]:
    """The first quote that has a person, and the text without it."""
    match = _AFTER.search(text) or _BEFORE.search(text)
    if not match:
        return None, text
    rest = f"{text[: match.start()]} | {text[match.end() :]}"
    return Quote(match["words"].strip(" ,.;"), _person(match["person"])), rest


def _person(name: str) -> str:
    """Maria K. keeps her full stop; Maria has none."""
    name = name.rstrip(",")
    return name if name[-2:-1].isupper() and name[-3:-2] == " " else name.rstrip(".")
