"""Ads: start, watch, list, stop, delete."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query

from adgen_app.api.deps import CurrentUser
from adgen_app.api.failures import documented
from adgen_app.api.schemas.generations import Listing, Removed, Started, State, Summary
from adgen_app.domain.brief import PROMPT_MAX, Brief
from adgen_app.domain.generation import GivenGenerationId, Status
from adgen_app.domain.storyboard import Storyboard
from adgen_app.errors import NotReady
from adgen_app.services import generations

router = APIRouter(prefix="/api", tags=["ads"])

Limit = Annotated[int, Query(ge=1, le=100)]
Offset = Annotated[int, Query(ge=0, le=2**31 - 1)]
Words = Annotated[str, Query(max_length=PROMPT_MAX, description="words that the prompt holds")]
Order = Literal["created_at_desc"]


@router.post("/generate", status_code=202, responses=documented(400, 401, 402, 403, 429))
def generate(user: CurrentUser, brief: Brief) -> Started:
    """Put an ad in the queue."""
    return Started.of(generations.start(user.id, brief))


@router.get("/status/{generation_id}", responses=documented(401, 404, 429))
def status(user: CurrentUser, generation_id: GivenGenerationId) -> State:
    """How far an ad is."""
    return State.of(generations.get(user.id, generation_id))


@router.get("/generations", responses=documented(401, 429))
def page(
    user: CurrentUser,
    limit: Limit = 20,
    offset: Offset = 0,
    status: Status | None = None,
    q: Words = "",
    sort: Order = "created_at_desc",
) -> Listing:
    """Your ads, newest first."""
    del sort
    found = generations.page(user.id, limit=limit, offset=offset, status=status, query=q)
    return Listing(
        total=found.total, limit=limit, offset=offset, generations=[Summary.of(ad) for ad in found.generations]
    )


@router.delete("/generations/{generation_id}", responses=documented(401, 403, 404, 429))
def delete(user: CurrentUser, generation_id: GivenGenerationId) -> Removed:
    """Delete an ad with its files; one that is being made is stopped."""
    generations.delete(user.id, generation_id)
    return Removed(message="The ad is deleted.", generation_id=generation_id)


@router.post("/generations/{generation_id}/cancel", responses=documented(401, 403, 404, 409, 429))
def cancel(user: CurrentUser, generation_id: GivenGenerationId) -> State:
    """Stop an ad that is not finished."""
    return State.of(generations.cancel(user.id, generation_id))


@router.post("/generations/{generation_id}/again", status_code=202, responses=documented(401, 402, 403, 404, 429))
def again(user: CurrentUser, generation_id: GivenGenerationId) -> Started:
    """Start a new ad from the same brief."""
    return Started.of(generations.again(user.id, generation_id))


@router.get("/generations/{generation_id}/storyboard", responses=documented(400, 401, 404, 429))
def storyboard(user: CurrentUser, generation_id: GivenGenerationId) -> Storyboard:
    """The plan of an ad."""
    planned = generations.get(user.id, generation_id).storyboard
    if planned is None:
        raise NotReady("This ad has no storyboard.")
    return planned
