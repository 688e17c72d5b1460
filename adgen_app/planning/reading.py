"""What a brief says, taken apart."""

from dataclasses import dataclass

from adgen_app.planning.lexicon import Trade
from adgen_app.planning.quotes import Quote


@dataclass(frozen=True, slots=True)
class Number:
    """A figure from the brief, what it counts, the phrase that both stand in."""

    value: str
    meaning: str
    source: str


@dataclass(frozen=True, slots=True)
class Pain:
    """A trouble that the brief wants gone: in its words, as a question, as a relief."""

    named: str
    question: str
    relief: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything but the trade is in the user's own words, ready to stand on a screen."""

    language: str
    name: str
    named: bool
    """The name is a name, rather than what the thing is."""
    noun: str
    """What is sold, in lower case: "vegan bakery"."""
    trade: Trade
    features: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    """That the brief asks itself."""
    pains: tuple[Pain, ...] = ()
    change: str | None = None
    """The word that promises a transformation: "learn"."""
    audience: str | None = None
    """People, in lower case: "busy parents"."""
    use: str | None = None
    """What it is for, when that is not people: "open offices"."""
    new: bool = False
    """The brief calls it new."""
    where: str | None = None
    """With its preposition: "in Leeds"."""
    offers: tuple[str, ...] = ()
    number: Number | None = None
    quote: Quote | None = None
    call_to_action: str | None = None
    address: str | None = None
