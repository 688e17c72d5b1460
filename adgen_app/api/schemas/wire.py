"""What every answer has in common."""

from datetime import UTC, datetime
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict


class Answer(BaseModel):
    """A frozen answer; who reads it overlooks fields that a newer server adds."""

    model_config = ConfigDict(frozen=True, extra="ignore")


def _in_utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


Moment = Annotated[datetime, AfterValidator(_in_utc)]
"""Written as ISO 8601 with `Z`."""


class Said(Answer):
    """Done, in words."""

    message: str


class Fault(Answer):
    """What went wrong: a code for programs, a sentence for people."""

    code: str
    message: str


class Failure(Answer):
    """The one shape of every error."""

    error: Fault
