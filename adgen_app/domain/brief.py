"""What a person asks for: a prompt is enough, everything else has a good default."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from adgen_app.domain.asset import AssetId, GivenAssetId
from adgen_app.domain.brand import Colour, MusicMood, Style
from adgen_app.domain.formats import AspectRatio, Duration
from adgen_app.domain.value import Value

PROMPT_MIN = 10
PROMPT_MAX = 500
PHOTOS_MAX = 5
SAID_MAX = 1000

Auto = Literal["auto"]


class Framework(StrEnum):
    """The proven arc that an ad follows."""

    PAS = "PAS"
    BAB = "BAB"
    AIDA = "AIDA"


def one_line(text: str) -> str:
    """Fold white space and drop control characters, which no font draws and no log should hold."""
    return " ".join("".join(c if c.isprintable() or c in "\u200c\u200d" else " " for c in text).split())


def _folded(value: object) -> object:
    return one_line(value) if isinstance(value, str) else value


OneLine = BeforeValidator(_folded)
Said = Annotated[str, Field(max_length=SAID_MAX), OneLine]
"""What somebody says in a recording; empty when nobody wrote it down."""


class Brief(Value):
    """A request for one ad. `None` and "auto" leave the choice to the planner."""

    prompt: Annotated[str, Field(min_length=PROMPT_MIN, max_length=PROMPT_MAX), OneLine]
    product_name: Annotated[str, Field(max_length=60), OneLine] | None = None
    audience: Annotated[str, Field(max_length=120), OneLine] | None = None
    offer: Annotated[str, Field(max_length=120), OneLine] | None = None
    call_to_action: Annotated[str, Field(max_length=40), OneLine] | None = None
    brand_colours: tuple[Colour, ...] = Field(default=(), max_length=3)
    style: Style | Auto = "auto"
    framework: Framework | Auto = "auto"
    duration: Duration = Duration.SHORT
    aspect_ratio: AspectRatio = AspectRatio.VERTICAL
    music_mood: MusicMood | Auto = "auto"
    take: int = Field(default=0, ge=0, le=999, description="another number, another version of the same brief")
    vignette: bool = False
    grain: bool = False
    photos: tuple[GivenAssetId, ...] = Field(default=(), max_length=PHOTOS_MAX)
    logo: GivenAssetId | None = None
    track: GivenAssetId | None = None
    voice: GivenAssetId | None = None
    voice_text: Said = ""

    @property
    def assets(self) -> tuple[AssetId, ...]:
        """Every file of the user's library that the ad needs."""
        return (*self.photos, *(one for one in (self.logo, self.track, self.voice) if one))
