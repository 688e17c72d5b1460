"""The lines of one ad, sorted by what they do."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Piles:
    """Everything an ad can say in its language, the best first in each pile."""

    name: str
    tagline: str | None
    call_to_action: str
    hooks: list[str] = field(default_factory=list[str])
    pains: list[str] = field(default_factory=list[str])
    spare: list[str] = field(default_factory=list[str])
    """Openings of a more general kind, for long ads."""
    promises: list[str] = field(default_factory=list[str])
    joys: list[str] = field(default_factory=list[str])
    headlines: list[str] = field(default_factory=list[str])
    offers: list[str] = field(default_factory=list[str])
    """The offer in its wordings, the fullest first."""
    number: tuple[str, str, str] | None = None
    """The figure, what it means, the promise that both come from."""
    quote: tuple[str, str] | None = None
    contrast: tuple[str, str] | None = None
    """The trouble, its relief: both from the brief."""
    address: str | None = None
