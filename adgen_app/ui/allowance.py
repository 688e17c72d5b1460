"""How many ads somebody can still start, told before it is too late."""

from adgen_app.config import settings
from adgen_app.domain.account import UserId
from adgen_app.services import limits
from adgen_app.ui.state import in_thread

FEW = 3
"""From here on it is told."""


async def allowance(user_id: UserId) -> str:
    """A sentence when few are left, else nothing."""
    left = await in_thread(limits.ads_left, user_id)
    if left > FEW:
        return ""
    if left == 0:
        return f"You have started all of this hour's ads: {settings().ads_per_hour} an hour is the limit."
    return f"You can start {left} more {'ad' if left == 1 else 'ads'} within the hour."
