"""A brand as the storyboard carries it: name, colours, style, mood."""

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field

from adgen_app.domain.asset import MediaName
from adgen_app.domain.value import Value

COLOUR_PATTERN = r"^#[0-9a-fA-F]{6}$"
Colour = Annotated[str, Field(pattern=COLOUR_PATTERN), AfterValidator(str.upper)]
"""An sRGB colour written `#RRGGBB`."""


class Style(StrEnum):
    """The look of an ad: each is a design system of the studio."""

    LUXURY = "luxury"
    MINIMAL = "minimal"
    VIBRANT = "vibrant"
    TECH = "tech"
    ORGANIC = "organic"
    PLAYFUL = "playful"


class MusicMood(StrEnum):
    """The mood of the music bed."""

    LUXURY = "luxury"
    TECH = "tech"
    ECO = "eco"
    ENERGETIC = "energetic"
    CALM = "calm"
    PLAYFUL = "playful"
    DRAMATIC = "dramatic"
    CORPORATE = "corporate"


class BrandGuidelines(Value):
    """How the brand presents itself in this ad."""

    name: str = Field(min_length=1, max_length=60)
    colours: tuple[Colour, ...] = Field(min_length=1, max_length=3)
    style_keywords: tuple[str, ...] = Field(default=(), max_length=6)
    mood: str = Field(default="", max_length=40)
    logo: MediaName | None = None
