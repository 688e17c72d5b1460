"""What a user's own files bring to an ad, as the planner sees them."""

from pydantic import Field

from adgen_app.domain.asset import MediaName
from adgen_app.domain.brand import Colour
from adgen_app.domain.brief import PHOTOS_MAX
from adgen_app.domain.value import Value
from adgen_app.domain.voice import Line


class Given(Value):
    """Files by their content, with the colours that were seen in them."""

    photos: tuple[MediaName, ...] = Field(default=(), max_length=PHOTOS_MAX)
    logo: MediaName | None = None
    track: MediaName | None = None
    voice: Line | None = None
    colours: tuple[Colour, ...] = Field(default=(), max_length=3)
    """Of the logo, else of the first photo; none if they are grey."""
