"""The page of one ad, event by event."""

from collections.abc import AsyncGenerator
from datetime import UTC, datetime, timedelta

import pytest

from adgen_app.db.engine import transaction
from adgen_app.db.models import GenerationRow
from adgen_app.domain.account import Account
from adgen_app.domain.brief import Brief
from adgen_app.domain.generation import Generation, GenerationId, Status
from adgen_app.errors import NotFound, TooMany
from adgen_app.planning.writer import plan
from adgen_app.services import generations, progress
from adgen_app.ui.pages import ad as page
from adgen_app.ui.pages.ad import AdState
from tests.api import serving
from tests.ui.tabs import Tab, led_to


def at(tab: Tab, ad: GenerationId) -> AdState:
    tab.go(f"/ads/{ad}")
    return tab.state(AdState)


@pytest.fixture
def started(user: Account) -> Generation:
    """An ad whose job nobody takes up."""
    return generations.start(user.id, Brief(prompt=serving.PROMPT))


async def test_finished_ad_can_be_played_and_downloaded(sqlite_database: str, tab: Tab, ad: GenerationId) -> None:
    state = at(tab, ad)
    assert await tab.send(AdState.load) == [None]
    assert (state.asked, state.missing) == (ad, False)
    assert state.ad.status_word == "Done"
    assert state.video.startswith(f"/api/video/{ad}?token=")
    assert state.download == f"{state.video}&download=1"
    assert state.ad.thumbnail.startswith(f"/api/thumbnail/{ad}?token=")
    assert state.captions.startswith(f"/api/generations/{ad}/captions.vtt?token=")


async def test_a_film_that_plays_keeps_its_address_until_that_gets_old(
    sqlite_database: str, tab: Tab, ad: GenerationId, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = at(tab, ad)
    await tab.send(AdState.load)
    first = state.video
    monkeypatch.setattr(page, "media", lambda _, kind: f"/api/{kind}/{ad}?token=later")
    await tab.send(AdState.load)
    assert state.video == first
    state._renew = datetime.now(UTC) - timedelta(seconds=1)
    await tab.send(AdState.load)
    assert state.video.endswith("?token=later")


async def test_ad_on_its_way_is_followed(sqlite_database: str, tab: Tab, started: Generation) -> None:
    state = at(tab, started.id)
    (then,) = await tab.send(AdState.load)
    assert then is AdState.watch
    assert (state.ad.status_word, state.ad.step, state.video) == ("Waiting", "Waiting for its turn", "")
    assert state.left == "Starts as soon as a studio is free"


async def test_following_shows_each_step_and_the_storyboard(
    sqlite_database: str, tab: Tab, started: Generation, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[int, int]] = []
    state = at(tab, started.id)

    async def news(*_: object) -> AsyncGenerator[Generation]:
        progress.begin(started.id)
        progress.report(started.id, 10, "Planning")
        yield generations.get(started.user_id, started.id)
        seen.append((state.ad.progress, len(state.plan.scenes)))
        with transaction() as session:
            progress.planned(session, started.id, plan(started.brief))
        progress.report(started.id, 40, "Filming scene 2 of 4")
        yield generations.get(started.user_id, started.id)
        seen.append((state.ad.progress, len(state.plan.scenes)))

    monkeypatch.setattr(page.broadcaster, "watch", news)
    await tab.send(AdState.watch)
    assert seen[0] == (10, 0)
    assert seen[1][0] == 40
    assert 3 <= seen[1][1] <= 5
    assert state.plan.framework
    assert state.plan.reason
    assert state.left == "About 15 seconds left"


async def test_following_ends_when_the_tab_shows_something_else(
    sqlite_database: str, tab: Tab, started: Generation, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = at(tab, started.id)

    async def news(*_: object) -> AsyncGenerator[Generation]:
        yield started
        tab.go("/gallery")
        yield started.model_copy(update={"progress": 50})
        pytest.fail("it goes on")

    monkeypatch.setattr(page.broadcaster, "watch", news)
    await tab.send(AdState.watch)
    assert state.ad.progress == 0


async def test_cancel_stops_an_ad(sqlite_database: str, tab: Tab, started: Generation) -> None:
    state = at(tab, started.id)
    await tab.send(AdState.cancel)
    assert (state.ad.status, state.left) == ("cancelled", "")
    assert generations.get(started.user_id, started.id).status is Status.CANCELLED


async def test_cancelling_what_has_ended_shows_how_it_ended(
    sqlite_database: str, tab: Tab, started: Generation
) -> None:
    state = at(tab, started.id)
    await tab.send(AdState.load)
    progress.fail(started.id, "The studio could not cut this ad.")
    await tab.send(AdState.cancel)
    await tab.send(AdState.cancel)
    assert (state.ad.status, state.error) == ("failed", "The studio could not cut this ad.")


async def test_failed_ad_says_why(sqlite_database: str, tab: Tab, started: Generation) -> None:
    progress.fail(started.id, "The studio could not cut this ad.")
    state = at(tab, started.id)
    await tab.send(AdState.load)
    assert (state.ad.status, state.error, state.video) == ("failed", "The studio could not cut this ad.", "")


async def test_deleted_ad_leads_to_the_gallery(sqlite_database: str, tab: Tab, ad: GenerationId, user: Account) -> None:
    at(tab, ad)
    ((leads, tells),) = await tab.send(AdState.delete)
    assert led_to([leads]) == "/gallery"
    assert "Your ad is deleted." in str(tells.args)
    with pytest.raises(NotFound):
        generations.get(user.id, ad)


async def test_again_makes_another_ad_from_the_same_brief(
    sqlite_database: str, tab: Tab, ad: GenerationId, user: Account
) -> None:
    at(tab, ad)
    where = led_to(await tab.send(AdState.again))
    another = generations.get(user.id, GenerationId(where.removeprefix("/ads/")))
    first = generations.get(user.id, ad)
    assert another.id != ad
    assert another.brief == first.brief.model_copy(update={"take": another.brief.take})
    assert (another.brief.take == first.brief.take) is (first.status is not Status.COMPLETED)


async def test_two_quick_clicks_are_one_ad(sqlite_database: str, tab: Tab, ad: GenerationId, user: Account) -> None:
    at(tab, ad)
    await tab.send(AdState.load)
    where = led_to(await tab.send(AdState.again))
    assert await tab.send(AdState.again) == []
    assert generations.page(user.id).total == 2
    tab.go(where)
    await tab.send(AdState.load)
    await tab.send(AdState.cancel)
    await tab.send(AdState.again)
    assert generations.page(user.id).total == 3


async def test_again_keeps_to_the_hourly_limit(
    sqlite_database: str, tab: Tab, ad: GenerationId, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(tab, ad)
    for _ in range(10):
        await tab.send(AdState.again)
        await tab.send(AdState.load)
    for _ in range(2):
        with pytest.raises(TooMany, match="10 ads an hour"):
            await tab.send(AdState.again)
    assert not tab.state(AdState).starting


@pytest.mark.parametrize("asked", ["7f0c", "00000000-0000-4000-8000-000000000000", "..", "%27%20OR%201=1"])
async def test_ad_that_is_not_there_is_missing(asked: str, sqlite_database: str, tab: Tab) -> None:
    state = at(tab, GenerationId(asked))
    assert await tab.send(AdState.load) == [None]
    assert (state.asked, state.missing) == (state._asked(), True)


async def test_a_page_shows_one_ad_after_the_other(
    sqlite_database: str, tab: Tab, ad: GenerationId, started: Generation
) -> None:
    state = at(tab, ad)
    await tab.send(AdState.load)
    at(tab, started.id)
    await tab.send(AdState.load)
    assert (state.ad.id, state.video, state.download, state.plan.scenes) == (started.id, "", "", [])


@pytest.mark.parametrize(("cost", "told"), [(None, ""), (0, ""), (0.25, "$0.25")])
async def test_only_what_costs_something_has_a_price(
    cost: float | None, told: str, sqlite_database: str, tab: Tab, ad: GenerationId
) -> None:
    with transaction() as session:
        row = session.get(GenerationRow, ad)
        assert row
        row.cost = cost
    state = at(tab, ad)
    await tab.send(AdState.load)
    assert state.ad.cost == told
