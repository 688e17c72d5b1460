"""The files that somebody gives with a brief, as the page knows them."""

from collections.abc import AsyncGenerator, Sequence
from typing import Any

import reflex as rx
from pydantic import BaseModel

from adgen_app import security
from adgen_app.config import settings
from adgen_app.domain.account import Account
from adgen_app.domain.asset import Asset, AssetId, AssetKind
from adgen_app.domain.brief import PHOTOS_MAX
from adgen_app.errors import AdGenError, NotFound, NotLoggedIn
from adgen_app.services import assets
from adgen_app.ui.refused import why
from adgen_app.ui.state import SessionState, in_thread

SHELF = 24
"""Files of earlier uploads that are offered."""
_ALL = 100
_SEEN = (AssetKind.PHOTO, AssetKind.LOGO)
"""What can be chosen by its looks."""
AT_PICTURES = "pictures"


class Gift(BaseModel):
    """One file."""

    id: str
    kind: str
    name: str
    url: str
    """Good for its user, for a while."""
    minutes: str
    """Of a sound, in minutes and seconds."""
    seconds: float
    """0 for a picture."""


class GiftsState(SessionState):
    """What is given with this brief, and what was given before."""

    photos: list[Gift] = []
    logo: list[Gift] = []
    track: list[Gift] = []
    voice: list[Gift] = []
    earlier: list[Gift] = []
    trouble_with_file: str = ""
    at: str = AT_PICTURES
    """Where on the page something happens, or went wrong: at the pictures, the track, the voice."""
    percent: int = -1
    preparing: bool = False
    most_bytes: int = settings().upload_bytes
    refused: bool = False
    doomed: str = ""
    """The file of the library that is deleted if the user says so once more."""

    @rx.var
    def more_photos(self) -> bool:
        """Whether there is room for another."""
        return len(self.photos) < PHOTOS_MAX

    @rx.var
    def sounds(self) -> int:
        """How many are heard."""
        return len(self.track) + len(self.voice)

    @rx.var
    def number(self) -> int:
        """How many there are."""
        return len(files(self))

    @rx.var
    def shelf(self) -> list[Gift]:
        """Pictures of the library that are not in this brief yet."""
        chosen = {gift.id for gift in (*self.photos, *self.logo)}
        return [gift for gift in self.earlier if gift.id not in chosen]

    @rx.event
    async def follow(self, progress: dict[str, Any]) -> None:
        """How much of a file has left the browser."""
        await self._require_user()
        share = progress.get("progress")
        self.percent = round(100 * share) if isinstance(share, int | float) and 0 <= share < 1 else -1

    @rx.event
    async def refuse(self, at: str, refused: list[dict[str, Any]]) -> None:
        """Say why the browser did not send some files, of which it tells no more than `told` does."""
        await self._require_user()
        self.trouble_with_file, self.at, self.refused = why(refused), at, True

    @rx.event
    async def take_photos(self, files: list[rx.UploadFile]) -> Any:  # noqa: ANN401  # Reflex's events are many types
        """Take photos in, as many as an ad can show."""
        room = PHOTOS_MAX - len(self.photos)
        async for step in self._take(AssetKind.PHOTO, files, room):
            yield step
        if len(files) > room:
            self.trouble_with_file = f"An ad shows up to {PHOTOS_MAX} photos; the others were left out."

    @rx.event
    async def take_logo(self, files: list[rx.UploadFile]) -> Any:  # noqa: ANN401  # as above
        """Take the logo in."""
        async for step in self._take(AssetKind.LOGO, files):
            yield step

    @rx.event
    async def take_track(self, files: list[rx.UploadFile]) -> Any:  # noqa: ANN401  # as above
        """Take music in."""
        async for step in self._take(AssetKind.TRACK, files):
            yield step

    @rx.event
    async def take_voice(self, files: list[rx.UploadFile]) -> Any:  # noqa: ANN401  # as above
        """Take a recording in."""
        async for step in self._take(AssetKind.VOICE, files):
            yield step

    async def _take(self, kind: AssetKind, files: list[rx.UploadFile], room: int = 1) -> AsyncGenerator[None]:
        """Take files in, as many as there is room for; after a handful that the browser refused there are none."""
        user = await self._require_user()
        if not files:
            return
        _begin(self, AT_PICTURES if kind in _SEEN else kind)
        yield
        for file in files[:room]:
            _add(self, await _taken(self, user, kind, file))
        self.preparing = False

    @rx.event
    async def take_back(self, asset_id: str) -> None:
        """Leave a file out of this brief; it stays in the library."""
        await self._require_user()
        self.trouble_with_file = ""
        for given in (self.photos, self.logo, self.track, self.voice):
            given[:] = [gift for gift in given if gift.id != asset_id]

    @rx.event
    async def take_again(self, asset_id: str) -> None:
        """Use a file of the library."""
        user = await self._require_user()
        asset = await in_thread(assets.get, user.id, AssetId(asset_id))
        if asset.kind is AssetKind.PHOTO and len(self.photos) >= PHOTOS_MAX:
            self.trouble_with_file, self.at = f"An ad shows up to {PHOTOS_MAX} photos. Remove one first.", AT_PICTURES
            return
        self.trouble_with_file = ""
        _add(self, asset)

    @rx.event
    async def doom(self, asset_id: str) -> None:
        """Ask before a file is deleted."""
        await self._require_user()
        self.doomed = asset_id

    @rx.event
    async def forget_file(self, asset_id: str) -> None:
        """Delete a file from the library."""
        user = await self._require_user()
        try:
            await in_thread(assets.delete, user.id, AssetId(asset_id))
        except NotLoggedIn:
            raise
        except AdGenError as error:
            self.trouble_with_file, self.at = str(error), AT_PICTURES
            return
        self.earlier = [gift for gift in self.earlier if gift.id != asset_id]


def fields(state: GiftsState) -> dict[str, Any]:
    """What a brief holds of it."""
    return {
        "photos": [gift.id for gift in state.photos],
        "logo": state.logo[0].id if state.logo else None,
        "track": state.track[0].id if state.track else None,
        "voice": state.voice[0].id if state.voice else None,
    }


async def look(state: GiftsState, user: Account) -> None:
    """Read the library anew; what was deleted meanwhile is in no brief."""
    state.trouble_with_file, state.percent, state.preparing = "", -1, False
    found = (await in_thread(assets.page, user.id, limit=_ALL)).assets
    there = {asset.id: gift(asset) for asset in found}
    for given in (state.photos, state.logo, state.track, state.voice):
        given[:] = [there[AssetId(each.id)] for each in given if each.id in there]
    state.earlier = [gift(asset) for asset in found if asset.kind in _SEEN][:SHELF]


def files(state: GiftsState) -> tuple[AssetId, ...]:
    """All that is given, by id."""
    return tuple(AssetId(gift.id) for gift in (*state.photos, *state.logo, *state.track, *state.voice))


async def fill(state: GiftsState, user: Account, asset_ids: Sequence[AssetId]) -> None:
    """Take what another brief was given, as far as it is still there."""
    state.photos, state.logo, state.track, state.voice, state.trouble_with_file = [], [], [], [], ""
    for asset_id in asset_ids:
        try:
            _add(state, await in_thread(assets.get, user.id, asset_id))
        except NotFound:
            state.trouble_with_file, state.at = "A file of that ad is not in your library any more.", AT_PICTURES


def _begin(state: GiftsState, at: str) -> None:
    """What the browser refused of the same handful stays told."""
    trouble = state.trouble_with_file if state.refused else ""
    state.at = at
    state.trouble_with_file, state.percent, state.preparing, state.refused = trouble, -1, True, False


async def _taken(state: GiftsState, user: Account, kind: AssetKind, file: rx.UploadFile) -> Asset | None:
    """The file in the library; else the state tells why it is not there."""
    try:
        assets.fits(file.size or 0)
        return await in_thread(assets.add, user.id, kind, file.name or "", await file.read())
    except NotLoggedIn:
        raise
    except AdGenError as error:
        state.trouble_with_file = f"{file.name}: {error}"
        return None


def _add(state: GiftsState, asset: Asset | None) -> None:
    if asset is None:
        return
    added = gift(asset)
    if asset.kind is AssetKind.PHOTO:
        state.photos = [*(each for each in state.photos if each.id != asset.id), added]
    elif asset.kind is AssetKind.LOGO:
        state.logo = [added]
    elif asset.kind is AssetKind.TRACK:
        state.track = [added]
    else:
        state.voice = [added]
    if asset.kind in _SEEN and all(each.id != asset.id for each in state.earlier):
        state.earlier = [added, *state.earlier]


def gift(asset: Asset) -> Gift:
    """A file as the page shows it."""
    minutes, seconds = divmod(round(asset.seconds or 0), 60)
    return Gift(
        id=asset.id,
        kind=asset.kind.value,
        name=asset.name,
        url=f"/api/assets/{asset.id}?token={security.media_token(asset.user_id, asset.id)}",
        minutes=f"{minutes}:{seconds:02}" if asset.seconds else "",
        seconds=asset.seconds or 0,
    )
