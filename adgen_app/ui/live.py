"""One poller a web process tells its browsers how ads get on; the rows are the truth."""

import asyncio
import time
from collections.abc import AsyncGenerator, Callable, Sequence

from reflex.utils.prerequisites import get_app

from adgen_app.domain.account import UserId
from adgen_app.domain.generation import Generation, GenerationId, Status
from adgen_app.errors import Unavailable
from adgen_app.log import logger
from adgen_app.services import generations
from adgen_app.ui.cards import Card, card

POLL_SECONDS = 0.5
QUIET_SECONDS = 2
"""After this long without a change a watcher hears the same again: the time left has changed all the same."""


def is_open(tab: str) -> bool:
    """Whether the tab of that client token is still there; background events outlive it."""
    namespace = get_app().app.event_namespace
    return namespace is not None and tab in namespace.token_to_sid


class Watcher:
    """One tab's interest in one ad."""

    def __init__(self, user_id: UserId, generation_id: GenerationId) -> None:
        """It has not heard anything yet."""
        self.wanted = (user_id, generation_id)
        self.news: asyncio.Queue[Generation | None] = asyncio.Queue()
        self._last: Generation | None = None
        self._told = 0.0

    def hear(self, ad: Generation | None) -> None:
        """Pass on what is new; None means that there is nothing more to come."""
        now = time.monotonic()
        if ad is None or ad != self._last or now - self._told >= QUIET_SECONDS:
            self._last, self._told = ad, now
            self.news.put_nowait(ad)


class Broadcaster:
    """Asks for all watched ads at once, and passes each change to the tabs that watch it."""

    def __init__(self, is_open: Callable[[str], bool] = is_open) -> None:
        """`is_open` tells whether a tab is still there. Nobody watches yet."""
        self._is_open = is_open
        self._watchers: dict[str, Watcher] = {}
        self._poller: asyncio.Task[None] | None = None

    async def watch(self, user_id: UserId, generation_id: GenerationId, tab: str) -> AsyncGenerator[Generation]:
        """A user's ad now, at every change, now and then between; ends with the ad, the tab, or its next watch."""
        watcher = Watcher(user_id, generation_id)
        self._leave(tab)
        self._watchers[tab] = watcher
        if self._poller is None or self._poller.done():
            self._poller = asyncio.create_task(self._poll())
        try:
            while (ad := await watcher.news.get()) is not None:
                yield ad
                if ad.status.finished:
                    return
        finally:
            if self._watchers.get(tab) is watcher:
                del self._watchers[tab]

    def _leave(self, tab: str) -> None:
        watcher = self._watchers.pop(tab, None)
        if watcher:
            watcher.hear(None)

    async def _poll(self) -> None:
        while self._watchers:
            for tab in [tab for tab in self._watchers if not self._is_open(tab)]:
                self._leave(tab)
            watchers = list(self._watchers.values())
            try:
                ads = await asyncio.to_thread(generations.several, {watcher.wanted for watcher in watchers})
            except Unavailable:
                logger.warning("live progress pauses: the database is away")
            except Exception:  # noqa: BLE001  # one ad that can't be read must not end it for all
                logger.exception("live progress pauses")
            else:
                for watcher in watchers:
                    watcher.hear(ads.get(watcher.wanted))
            await asyncio.sleep(POLL_SECONDS)


broadcaster = Broadcaster()


async def followed(user_id: UserId, cards: Sequence[Card], tab: str) -> AsyncGenerator[Card]:
    """The cards of ads that are not finished, as they change: the ad that was asked for first comes first."""
    for waiting in reversed([each for each in cards if not Status(each.status).finished]):
        async for ad in broadcaster.watch(user_id, GenerationId(waiting.id), tab):
            yield card(ad)
