"""Who is speaking in a brief, with what they sell."""

import re
from dataclasses import dataclass

from adgen_app.planning.english.grammar import is_base_verb, is_people
from adgen_app.planning.english.names import (
    leading_name,
    name_at,
    name_with,
    name_within,
    spelled_name,
    subject_name,
)
from adgen_app.planning.english.owners import owned
from adgen_app.planning.english.things import is_thing, noun_phrase, worded
from adgen_app.planning.lexicon import words

_SHOPS = ("shop", "store", "business", "company")
_OWNED = frozenset({"menu", "collection", "range", "season"})
"""Sold by somebody whose name follows: "New menu at Kobo Ramen"."""
_LED = re.compile(
    r"^(?P<lead>(?:open|since|every|after|from|on|at|in|this|now|today|all|ask|once)\b[^,]{2,40}?),? "
    r"(?P<core>(?:our|my|we|i)\b(?! (?:first|best|new)\b) .+)$",
    re.IGNORECASE,
)
"""What stands before the owner: "open daily 9 to 5, our garden centre", "since 1932 our family"."""
_MORE = re.compile(r"(?:more|less|fewer)\b", re.IGNORECASE)
"""A promise begins so, nothing that is sold: "More calls, more walk-ins"."""


@dataclass(frozen=True, slots=True)
class Identity:
    """The name (None if the brief has none), the thing in lower case, and the sentence without both."""

    name: str | None
    noun: str
    rest: str


def identify(sentence: str) -> Identity:
    """Read who and what from a sentence; the noun is empty if it says neither."""
    if led := _LED.match(sentence):
        told = identify(led["core"])
        lead = "" if led["lead"].lower().startswith("ask") else led["lead"]
        return Identity(told.name, told.noun, " | ".join(filter(None, (told.rest, lead))))
    if named := name_with(sentence):
        name, after, deed = named
        noun, rest = noun_phrase(after.strip(" ,"))
        return Identity(name, worded(noun), f"{deed}, {rest}".strip(" ,"))
    name, text = _first_name(sentence)
    if name and text.lower().startswith("looking for "):
        return Identity(name, "", text)
    text, trade = _done(text) if name and text.startswith("that ") else owned(text)
    noun, rest = noun_phrase(text)
    if name is None:
        name, noun, rest = _later_name(noun, rest)
    if (
        _MORE.match(noun)
        or (noun and not is_thing(noun))
        or (noun.lower() in words().people and rest and is_base_verb(rest.split()[0]))
    ):
        return Identity(name, _praised(rest), text)
    thing = _made(rest) if noun.lower().split(" ")[-1] in words().makers or noun.lower().endswith(_SHOPS) else None
    thing = thing or (_dealt_in(rest) if noun.lower().endswith(_SHOPS) else None)
    noun, rest = thing or (noun, rest)
    return Identity(name, worded(noun, trade), rest)


def _praised(rest: str) -> str:
    """The thing that others are said to like: "dogs love our beef treats"."""
    match = re.search(r"\b(?:our|my) (.+)", rest)
    return worded(noun_phrase(match[1])[0]) if match else ""


def _done(text: str) -> tuple[str, str]:
    """What a name does, if that is a trade: The Bike Doctor fixes bikes, bike repair."""
    taken, trade = owned(f"we {text.removeprefix('that ')}")
    return (taken, trade) if trade else owned(text)


def _first_name(text: str) -> tuple[str | None, str]:
    """A name before the thing."""
    for find in (spelled_name, subject_name, leading_name):
        name, text = find(text)
        if name is not None:
            return name, text
    return None, text


def _later_name(noun: str, rest: str) -> tuple[str | None, str, str]:
    """A name as the thing, within it, or after it."""
    name, noun = name_within(noun)
    if name is None:
        name, rest = name_at(rest, owned=noun.lower().split(" ")[-1] in _OWNED)
    elif not noun:
        noun, rest = noun_phrase(rest)
    return name, noun, rest


def _made(rest: str) -> tuple[str, str] | None:
    """What a maker makes: "makes crisp white wines from ..."."""
    match = re.match(
        r"^(?:that |which )?(?:makes?|sells?|offers?|bakes?|produces?|creates?|serves?|brews?|designs?|builds?|"
        r"provides?) (.+)$",
        rest,
    )
    return _thing(match[1]) if match else None


def _dealt_in(rest: str) -> tuple[str, str] | None:
    """What a shop is for: "shop for wedding signs"."""
    thing = _thing(rest[4:]) if rest.startswith("for ") else None
    return None if thing is None or is_people(thing[0]) else thing


def _thing(text: str) -> tuple[str, str] | None:
    noun, after = noun_phrase(owned(text)[0])
    return (noun, after) if noun else None
