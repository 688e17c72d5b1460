from collections.abc import Callable

from starlette.testclient import TestClient

from adgen_app.domain.account import Account
from adgen_app.domain.generation import GenerationId, Status


def test_a_profile_says_how_the_ads_fared(
    database: str, api: TestClient, user: Account, bearer: dict[str, str], put: Callable[..., GenerationId]
) -> None:
    profile = api.get("/api/user/profile", headers=bearer).json()
    assert profile.keys() == {
        "id", "username", "email", "total_generations", "total_cost", "success_rate", "created_at", "last_login",
    }  # fmt: skip
    assert profile["success_rate"] is None
    for status in (Status.COMPLETED, Status.COMPLETED, Status.COMPLETED, Status.FAILED, Status.PENDING):
        put(user, status=status)
    assert api.get("/api/user/profile", headers=bearer).json()["success_rate"] == 0.75
