"""One poller a web process tells its browsers how ads get on; the rows are the truth."""

import asyncio
from collections.abc import AsyncGenerator

from adgen_app.domain.account import UserId
from adgen_app.domain.generation import Generation, GenerationId
from adgen_app.errors import Unavailable
from adgen_app.log import logger
from adgen_app.services import generations

POLL_SECONDS = 0.5
QUIET_SECONDS = 2
"""After this long without news a watcher hears the last once more: time has passed, tabs may have closed."""


class Watcher:
    """One browser's interest in one ad."""

    def __init__(self, user_id: UserId, generation_id: GenerationId) -> None:
        """It has not heard anything yet."""
        self.wanted = (user_id, generation_id)
        self._news: asyncio.Queue[Generation | None] = asyncio.Queue()
        self._heard: Generation | None = None
        self._told: Generation | None = None

    def hear(self, ad: Generation | None) -> None:
        """Pass on what is new; None means that the ad is gone."""
        if ad is None or ad != self._heard:
            self._heard = ad
            self._news.put_nowait(ad)

    async def next(self) -> Generation | None:
        """News, or the last once more if there are none for a while; None when the ad is gone."""
        while True:
            try:
                self._told = await asyncio.wait_for(self._news.get(), QUIET_SECONDS)
            except TimeoutError:
                if self._told is None:
                    continue
            return self._told


class Broadcaster:
    """Asks for all watched ads at once, and passes each change to whoever watches it."""

    def __init__(self) -> None:
        """Nobody watches yet."""
        self._watchers: set[Watcher] = set()
        self._poller: asyncio.Task[None] | None = None

    async def watch(self, user_id: UserId, generation_id: GenerationId) -> AsyncGenerator[Generation]:
        """A user's ad now, at every change, and now and then between, until it has ended or is deleted."""
        watcher = Watcher(user_id, generation_id)
        self._watchers.add(watcher)
        if self._poller is None or self._poller.done():
            self._poller = asyncio.create_task(self._poll())
        try:
            while (ad := await watcher.next()) is not None:
                yield ad
                if ad.status.finished:
                    return
        finally:
            self._watchers.discard(watcher)

    async def _poll(self) -> None:
        while self._watchers:
            watchers = list(self._watchers)
            try:
                ads = await asyncio.to_thread(generations.several, {watcher.wanted for watcher in watchers})
            except Unavailable:
                logger.warning("live progress pauses: the database is away")
            else:
                for watcher in watchers:
                    watcher.hear(ads.get(watcher.wanted))
            await asyncio.sleep(POLL_SECONDS)


broadcaster = Broadcaster()
