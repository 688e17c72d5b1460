"""One ad on its way from a brief to a file."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, NewType

from pydantic import AfterValidator

from adgen_app.domain.account import UserId
from adgen_app.domain.brief import Brief, Framework
from adgen_app.domain.formats import AspectRatio, Duration
from adgen_app.domain.storyboard import Storyboard
from adgen_app.domain.value import Value

GenerationId = NewType("GenerationId", str)
GivenGenerationId = Annotated[GenerationId, AfterValidator(str.lower)]
"""As a program writes it: many write UUIDs in capitals."""


class Status(StrEnum):
    """Where an ad is on its way."""

    PENDING = "pending"
    PROCESSING = "processing"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def finished(self) -> bool:
        """Whether nothing more will happen."""
        return self not in (Status.PENDING, Status.PROCESSING)


class Companion(StrEnum):
    """A file that stands beside a finished ad."""

    PREVIEW = "preview.webp"
    SUBRIP = "captions.srt"
    WEBVTT = "captions.vtt"


class Generation(Value):
    """A snapshot of an ad's row."""

    id: GenerationId
    user_id: UserId
    brief: Brief
    status: Status
    progress: int
    current_step: str | None
    storyboard: Storyboard | None
    framework: Framework | None
    num_scenes: int | None
    duration: Duration
    aspect_ratio: AspectRatio
    video_path: str | None
    thumbnail_path: str | None
    generation_time_seconds: int | None
    cost: Decimal | None
    error_message: str | None
    created_at: datetime
    started_at: datetime | None
    completed_at: datetime | None

    @property
    def prompt(self) -> str:
        """What the user described."""
        return self.brief.prompt
