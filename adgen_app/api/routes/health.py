"""Whether AdGen works."""

from typing import Literal

from fastapi import APIRouter

from adgen_app.api.schemas.wire import Answer
from adgen_app.services import health

router = APIRouter(prefix="/api/health", tags=["health"])


class Healthy(Answer):
    """The database answers."""

    status: Literal["healthy"] = "healthy"


@router.head("", include_in_schema=False)
@router.get("")
def check() -> Healthy:
    """Ask the database."""
    health.ask_database()
    return Healthy()
