"""A file that a user gives to be shown or heard in ads."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, NewType

from pydantic import AfterValidator, Field

from adgen_app.domain.account import UserId
from adgen_app.domain.value import Value

AssetId = NewType("AssetId", str)
GivenAssetId = Annotated[AssetId, AfterValidator(str.lower)]
"""As a program writes it: many write UUIDs in capitals."""

MediaName = Annotated[str, Field(pattern=r"^[0-9a-f]{64}\.(png|jpg|m4a)$")]
"""A file by its content: its SHA-256 and its ending. Storyboards name files so, and equal names are equal files."""


class AssetKind(StrEnum):
    """What a file is used for."""

    PHOTO = "photo"
    """The product, shown in scenes."""
    LOGO = "logo"
    """The brand's sign, shown on the end card."""
    TRACK = "track"
    """Music that takes the place of the composed bed."""
    VOICE = "voice"
    """A recording of somebody speaking, heard over the music."""


class Asset(Value):
    """A file in a user's library, already in the form that the studio reads."""

    id: AssetId
    user_id: UserId
    kind: AssetKind
    name: str
    """As the user's own file was called."""
    media: MediaName
    bytes: int
    width: int | None
    """Pixels; None for a sound."""
    height: int | None
    seconds: float | None
    """None for a picture."""
    created_at: datetime
