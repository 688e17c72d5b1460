"""What a brief says, taken apart."""

import re
from dataclasses import dataclass

from adgen_app.domain.brief import Brief


@dataclass(frozen=True, slots=True)
class Number:
    """A figure from the brief and what it counts."""

    value: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A customer's words from the brief."""

    words: str
    person: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything here is in the user's own words."""

    language: str
    name: str
    noun: str
    features: tuple[str, ...] = ()
    pains: tuple[str, ...] = ()
    audience: str | None = None
    offer: str | None = None
    number: Number | None = None
    quote: Quote | None = None
    call_to_action: str | None = None
    address: str | None = None


def read(brief: Brief) -> Reading:
    """Take a brief apart."""
    chunks = [c.strip(" \"'") for c in re.split(r"[.!?;:,\n]|\s[-–—]\s", brief.prompt) if c.strip(" \"'")]
    words = " ".join((chunks or [brief.prompt])[0].split()[:4])[:40]
    name = brief.product_name or words
    return Reading(
        language="en",
        name=name,
        noun=words,
        features=tuple(c[:60] for c in chunks[1:]),
        audience=brief.audience,
        offer=brief.offer,
        call_to_action=brief.call_to_action,
    )
