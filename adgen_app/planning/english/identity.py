"""Who is speaking in a brief, with what they sell."""

import re
from dataclasses import dataclass

from adgen_app.planning.english.names import leading_name, name_at, name_within, spelled_name, subject_name
from adgen_app.planning.english.things import noun_phrase, owned, worded
from adgen_app.planning.lexicon import words


@dataclass(frozen=True, slots=True)
class Identity:
    """The name (None if the brief has none), the thing in lower case, and the sentence without both."""

    name: str | None
    noun: str
    rest: str


def identify(sentence: str) -> Identity:
    """Read who and what from a sentence; the noun is empty if it says neither."""
    name, text = spelled_name(sentence)
    if name is None:
        name, text = subject_name(text)
    if name is None:
        name, text = leading_name(text)
    text, trade = owned(text)
    noun, rest = noun_phrase(text)
    if name is None:
        name, noun = name_within(noun)
        if name and not noun:
            noun, rest = noun_phrase(rest)
    if name is None:
        name, rest = name_at(rest)
    if noun.lower() in words().makers and (made := _made(rest)):
        noun, rest = made
    return Identity(name, worded(noun, trade), rest)


def _made(rest: str) -> tuple[str, str] | None:
    """What a maker makes: "makes crisp white wines from ..."."""
    match = re.match(
        (
            r"^(?:that |which )?(?:makes?|sells?|offers?|bakes?|produces?|creates?|serves?|brews?|designs?|builds?|"
            r"provides?) (.+)$"
        ),
        rest,
    )
    if not match:
        return None
    noun, after = noun_phrase(match[1])
    return (noun, after) if noun else None
