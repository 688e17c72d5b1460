"""Ads on the wire."""

from typing import Self

from pydantic import Field

from adgen_app.api.schemas.wire import Answer, Moment
from adgen_app.domain.formats import AspectRatio, Duration
from adgen_app.domain.generation import Generation, GenerationId, Status


class Started(Answer):
    """An ad waits for its turn."""

    generation_id: GenerationId
    status: Status
    message: str

    @classmethod
    def of(cls, ad: Generation) -> Self:
        """The answer to a new ad."""
        return cls(generation_id=ad.id, status=ad.status, message="Your ad is in the queue.")


class Removed(Answer):
    """An ad is gone."""

    message: str
    generation_id: GenerationId


class State(Answer):
    """How far an ad is."""

    generation_id: GenerationId
    status: Status
    progress: int = Field(ge=0, le=100, description="percent")
    current_step: str | None
    video_url: str | None
    cost: float | None = Field(description="in US dollars")
    error: str | None
    created_at: Moment
    completed_at: Moment | None = None

    @classmethod
    def of(cls, ad: Generation) -> Self:
        """What the wire shows of an ad while it is made."""
        return cls(
            generation_id=ad.id,
            status=ad.status,
            progress=ad.progress,
            current_step=ad.current_step,
            video_url=_video(ad),
            cost=_dollars(ad),
            error=ad.error_message,
            created_at=ad.created_at,
            completed_at=ad.completed_at,
        )


class Summary(Answer):
    """An ad in a list."""

    id: GenerationId
    prompt: str
    status: Status
    video_url: str | None
    thumbnail_url: str | None
    duration: Duration
    aspect_ratio: AspectRatio
    cost: float | None = Field(description="in US dollars")
    created_at: Moment
    completed_at: Moment | None

    @classmethod
    def of(cls, ad: Generation) -> Self:
        """What the wire shows of an ad among others."""
        return cls(
            id=ad.id,
            prompt=ad.prompt,
            status=ad.status,
            video_url=_video(ad),
            thumbnail_url=f"/api/thumbnail/{ad.id}" if ad.thumbnail_path else None,
            duration=ad.duration,
            aspect_ratio=ad.aspect_ratio,
            cost=_dollars(ad),
            created_at=ad.created_at,
            completed_at=ad.completed_at,
        )


class Listing(Answer):
    """Some of a user's ads, newest first."""

    total: int = Field(description="ads that match, on all pages together")
    limit: int
    offset: int
    generations: list[Summary]


def _video(ad: Generation) -> str | None:
    return f"/api/video/{ad.id}" if ad.video_path else None


def _dollars(ad: Generation) -> float | None:
    return None if ad.cost is None else float(ad.cost)
