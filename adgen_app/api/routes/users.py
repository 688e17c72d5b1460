"""How a user fares."""

from fastapi import APIRouter

from adgen_app.api.deps import CurrentUser
from adgen_app.api.failures import documented
from adgen_app.api.schemas.accounts import UserProfile
from adgen_app.services import accounts

router = APIRouter(prefix="/api/user", tags=["accounts"])


@router.get("/profile", responses=documented(401, 429))
def profile(user: CurrentUser) -> UserProfile:
    """Account, totals, success rate."""
    return UserProfile.of_profile(accounts.profile(user.id))
