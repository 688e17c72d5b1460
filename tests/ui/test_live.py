"""How browsers hear of an ad's progress."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from typing import Any, TypeVar

import pytest

from adgen_app.domain.account import Account, UserId
from adgen_app.domain.brief import Brief
from adgen_app.domain.generation import Generation, GenerationId
from adgen_app.errors import Unavailable
from adgen_app.services import generations, progress
from adgen_app.ui import live
from adgen_app.ui.cards import card
from adgen_app.ui.live import Broadcaster
from tests.api import serving

PATIENCE = 5
T = TypeVar("T")


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "POLL_SECONDS", 0.02)


@pytest.fixture
def ad(user: Account) -> Generation:
    return generations.start(user.id, Brief(prompt=serving.PROMPT))


@pytest.fixture
def tabs() -> set[str]:
    """Those that are open."""
    return {"tab", "another tab"}


@pytest.fixture
def broadcaster(tabs: set[str]) -> Broadcaster:
    return Broadcaster(tabs.__contains__)


async def heard(news: AsyncGenerator[T]) -> T:
    return await asyncio.wait_for(anext(news), PATIENCE)


async def ended(news: AsyncGenerator[object]) -> None:
    with pytest.raises(StopAsyncIteration):
        await heard(news)


async def idle(broadcaster: Broadcaster) -> None:
    """Its poller has gone home."""
    assert broadcaster._poller
    await asyncio.wait_for(broadcaster._poller, PATIENCE)


async def test_the_present_is_heard_first_then_each_change_until_the_end(
    sqlite_database: str, broadcaster: Broadcaster, ad: Generation
) -> None:
    news = broadcaster.watch(ad.user_id, ad.id, "tab")
    assert await heard(news) == ad
    progress.begin(ad.id)
    progress.report(ad.id, 40, "Filming")
    while (said := await heard(news)).progress == 0:
        pass
    assert (said.progress, said.current_step) == (40, "Filming")
    progress.fail(ad.id, "It broke.")
    while not (said := await heard(news)).status.finished:
        pass
    assert said.error_message == "It broke."
    await ended(news)
    await idle(broadcaster)


async def test_time_passes_without_news_too(
    sqlite_database: str, broadcaster: Broadcaster, ad: Generation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "QUIET_SECONDS", 0.1)
    news = broadcaster.watch(ad.user_id, ad.id, "tab")
    assert await heard(news) == await heard(news) == ad
    await news.aclose()


async def test_nothing_is_heard_of_an_ad_of_somebody_else(
    sqlite_database: str, broadcaster: Broadcaster, ad: Generation, other_user: Account
) -> None:
    await ended(broadcaster.watch(other_user.id, ad.id, "tab"))


async def test_an_ad_that_is_deleted_is_not_waited_for(
    sqlite_database: str, broadcaster: Broadcaster, ad: Generation
) -> None:
    news = broadcaster.watch(ad.user_id, ad.id, "tab")
    await heard(news)
    generations.delete(ad.user_id, ad.id)
    await ended(news)


async def test_a_closed_tab_is_not_waited_for(
    sqlite_database: str, broadcaster: Broadcaster, ad: Generation, tabs: set[str]
) -> None:
    news = broadcaster.watch(ad.user_id, ad.id, "tab")
    await heard(news)
    tabs.clear()
    await ended(news)
    await idle(broadcaster)


async def test_a_tab_watches_once(sqlite_database: str, broadcaster: Broadcaster, ad: Generation) -> None:
    before = broadcaster.watch(ad.user_id, ad.id, "tab")
    await heard(before)
    after = broadcaster.watch(ad.user_id, ad.id, "tab")
    assert await heard(after) == ad
    await ended(before)
    progress.report(ad.id, 10, "Planning")
    while (await heard(after)).progress == 0:
        pass
    await after.aclose()
    await idle(broadcaster)


async def test_many_tabs_are_one_query(
    sqlite_database: str, broadcaster: Broadcaster, ad: Generation, other_user: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    ask = generations.several

    def counting(wanted: set[tuple[UserId, GenerationId]]) -> dict[tuple[UserId, GenerationId], Generation]:
        asked.append(len(wanted))
        return ask(wanted)

    theirs = generations.start(other_user.id, Brief(prompt=serving.PROMPT))
    monkeypatch.setattr(generations, "several", counting)
    both = [
        asyncio.create_task(heard(broadcaster.watch(ad.user_id, ad.id, "tab"))),
        asyncio.create_task(heard(broadcaster.watch(theirs.user_id, theirs.id, "another tab"))),
    ]
    assert await asyncio.gather(*both) == [ad, theirs]
    assert asked[0] == 2


@pytest.mark.parametrize("trouble", [Unavailable, ValueError])
async def test_trouble_with_the_rows_is_waited_out(
    trouble: Callable[[], Exception],
    sqlite_database: str,
    broadcaster: Broadcaster,
    ad: Generation,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    troubles = [trouble(), trouble()]
    ask: Callable[..., Any] = generations.several

    def failing(wanted: set[tuple[UserId, GenerationId]]) -> object:
        if troubles:
            raise troubles.pop()
        return ask(wanted)

    monkeypatch.setattr(generations, "several", failing)
    news = broadcaster.watch(ad.user_id, ad.id, "tab")
    assert await heard(news) == ad
    assert not troubles
    await news.aclose()


async def test_a_poller_comes_back_for_the_next_one(
    sqlite_database: str, broadcaster: Broadcaster, ad: Generation
) -> None:
    for _ in range(2):
        news = broadcaster.watch(ad.user_id, ad.id, "tab")
        await heard(news)
        await news.aclose()
        await idle(broadcaster)


async def test_cards_follow_their_ads_one_after_another(
    sqlite_database: str, broadcaster: Broadcaster, ad: Generation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "broadcaster", broadcaster)
    told = live.followed(ad.user_id, [card(ad)], "tab")
    assert (await heard(told)).id == ad.id
    progress.fail(ad.id, "It broke.")
    while (fresh := await heard(told)).status != "failed":
        pass
    assert fresh.status_word == "Failed"
    await ended(told)


async def test_cards_of_finished_ads_are_left_alone(sqlite_database: str, ad: Generation) -> None:
    progress.fail(ad.id, "It broke.")
    await ended(live.followed(ad.user_id, [card(generations.get(ad.user_id, ad.id))], "tab"))
