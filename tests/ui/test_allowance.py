"""How many ads are left, in words."""

import pytest

from adgen_app.config import settings
from adgen_app.domain.account import Account
from adgen_app.domain.brief import Brief
from adgen_app.services import generations
from adgen_app.ui.allowance import FEW, allowance
from adgen_app.ui.pages.ad import AdState
from adgen_app.ui.pages.create import CreateState
from tests.api import serving
from tests.ui.tabs import Tab


async def test_it_is_told_when_few_are_left(
    sqlite_database: str, user: Account, tab: Tab, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADGEN_ADS_PER_HOUR", str(FEW + 1))
    settings.cache_clear()
    told: list[str] = []
    for _ in range(FEW + 1):
        told.append(await allowance(user.id))
        ad = generations.start(user.id, Brief(prompt=serving.PROMPT))
    assert told == [
        "",
        "You can start 3 more ads within the hour.",
        "You can start 2 more ads within the hour.",
        "You can start 1 more ad within the hour.",
    ]
    last = "You have started all of this hour's ads: 4 an hour is the limit."
    assert await allowance(user.id) == last
    tab.go("/create")
    await tab.send(CreateState.load)
    tab.go(f"/ads/{ad.id}")
    await tab.send(AdState.load)
    assert tab.state(CreateState).left == tab.state(AdState).more == last
