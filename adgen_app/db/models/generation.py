"""The generations table: one row an ad, the truth about its progress."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, Text
from sqlmodel import Field, Index, SQLModel

from adgen_app.db.columns import UtcDateTime, new_id, utc_now
from adgen_app.domain.account import UserId
from adgen_app.domain.brief import Brief, Framework
from adgen_app.domain.formats import AspectRatio, Duration
from adgen_app.domain.generation import Generation, GenerationId, Status
from adgen_app.domain.storyboard import Storyboard


class GenerationRow(SQLModel, table=True):
    """An ad: its brief, its storyboard, where it is on its way, where its files are."""

    __tablename__ = "generations"  # pyright: ignore[reportAssignmentType]  # SQLModel types it as a declared_attr
    __table_args__ = (Index("ix_generations_user_id_created_at_id", "user_id", "created_at", "id"),)

    id: str = Field(default_factory=new_id, primary_key=True, max_length=36)
    user_id: str = Field(foreign_key="users.id", index=True, max_length=36)
    prompt: str = Field(sa_type=Text)
    duration: int = 15
    aspect_ratio: str = Field(default="9:16", max_length=10)
    status: str = Field(default=Status.PENDING.value, index=True, max_length=20)
    progress: int = 0
    current_step: str | None = Field(default=None, max_length=100)
    video_path: str | None = Field(default=None, max_length=500)
    video_url: str | None = Field(default=None, max_length=500)
    thumbnail_url: str | None = Field(default=None, max_length=500)
    framework: str | None = Field(default=None, max_length=20)
    num_scenes: int | None = None
    generation_time_seconds: int | None = None
    cost: float | None = None
    error_message: str | None = Field(default=None, sa_type=Text)
    created_at: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime, index=True)
    completed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)

    brief: dict[str, Any] = Field(sa_type=JSON)
    storyboard: dict[str, Any] | None = Field(default=None, sa_type=JSON(none_as_null=True))
    thumbnail_path: str | None = Field(default=None, max_length=500)
    started_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    request_id: str | None = Field(default=None, max_length=64)
    step_seconds: dict[str, float] | None = Field(default=None, sa_type=JSON(none_as_null=True))

    def frozen(self) -> Generation:
        """A snapshot that outlives the session."""
        return Generation(
            id=GenerationId(self.id),
            user_id=UserId(self.user_id),
            brief=Brief.model_validate(self.brief),
            status=Status(self.status),
            progress=self.progress,
            current_step=self.current_step,
            storyboard=Storyboard.model_validate(self.storyboard) if self.storyboard else None,
            framework=Framework(self.framework) if self.framework else None,
            num_scenes=self.num_scenes,
            duration=Duration(self.duration),
            aspect_ratio=AspectRatio(self.aspect_ratio),
            video_path=self.video_path,
            thumbnail_path=self.thumbnail_path,
            generation_time_seconds=self.generation_time_seconds,
            cost=None if self.cost is None else Decimal(str(self.cost)),
            error_message=self.error_message,
            created_at=self.created_at,
            started_at=self.started_at,
            completed_at=self.completed_at,
        )
