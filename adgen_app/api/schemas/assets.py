"""Files that users give on the wire."""

from typing import Self

from pydantic import Field

from adgen_app.api.schemas.wire import Answer, Moment
from adgen_app.domain.asset import Asset, AssetId, AssetKind
from adgen_app.domain.value import Value


class Upload(Value):
    """What a file is to be used for, sent with it."""

    kind: AssetKind


class Stored(Answer):
    """A file in a user's library."""

    id: AssetId
    kind: AssetKind
    name: str
    bytes: int
    width: int | None = Field(description="pixels; null for a sound")
    height: int | None
    seconds: float | None = Field(description="null for a picture")
    url: str
    created_at: Moment

    @classmethod
    def of(cls, asset: Asset) -> Self:
        """What the wire shows of a file."""
        return cls(**asset.model_dump(exclude={"user_id", "media"}), url=f"/api/assets/{asset.id}")


class Shelf(Answer):
    """Some of a user's files, newest first."""

    total: int = Field(description="files that match, on all pages together")
    limit: int
    offset: int
    assets: list[Stored]


class Discarded(Answer):
    """A file is gone."""

    message: str
    asset_id: AssetId
