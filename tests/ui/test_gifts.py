from io import BytesIO
from pathlib import Path

import pytest
import reflex as rx

from adgen_app import security
from adgen_app.config import settings
from adgen_app.domain.account import Account
from adgen_app.domain.asset import AssetId, AssetKind
from adgen_app.domain.brief import Brief
from adgen_app.domain.generation import GenerationId
from adgen_app.errors import NotFound
from adgen_app.services import assets, generations
from adgen_app.ui.gifts import GiftsState, fields
from adgen_app.ui.options import OptionsState
from adgen_app.ui.pages.create import CreateState
from adgen_app.ui.refused import UNFIT
from tests import gifts
from tests.api import serving
from tests.ui.pages.test_create import FORM
from tests.ui.tabs import Tab, led_to


def file(content: bytes, name: str = "candle.jpg") -> rx.UploadFile:
    return rx.UploadFile(file=BytesIO(content), path=Path(name), size=len(content))


@pytest.fixture
def state(tab: Tab) -> GiftsState:
    tab.go("/create")
    return tab.state(GiftsState)


async def test_what_is_given_is_seen_and_is_in_the_brief(
    sqlite_database: str, tab: Tab, state: GiftsState, user: Account
) -> None:
    await tab.send(CreateState.load)
    await tab.send(GiftsState.take_photos, [file(gifts.photo()), file(gifts.photo("#123456"), "other.jpg")])
    await tab.send(GiftsState.take_logo, [file(gifts.logo(), "logo.png")])
    await tab.send(GiftsState.take_track, [file(gifts.track(61), "song.wav")])
    await tab.send(GiftsState.take_voice, [file(gifts.voice(), "me.wav")])
    assert [gift.name for gift in (*state.photos, *state.logo, *state.track, *state.voice)] == [
        "candle.jpg",
        "other.jpg",
        "logo.png",
        "song.wav",
        "me.wav",
    ]
    assert state.voice[0].seconds == pytest.approx(4, abs=0.1)
    assert state.track[0].minutes == "1:01"
    assert (state.preparing, state.trouble_with_file, state.shelf) == (False, "", [])
    given = fields(state)
    led = led_to(await tab.send(CreateState.submit, {**FORM, "voice_text": "Smells of forest."}))
    brief = generations.get(user.id, GenerationId(led.removeprefix("/ads/"))).brief
    assert brief == Brief.model_validate({"prompt": serving.PROMPT, "voice_text": "Smells of forest.", **given})
    assert len(brief.assets) == 5
    assert (state.photos, state.logo, state.track, state.voice) == ([], [], [], [])


async def test_what_can_not_be_used_is_said_and_the_rest_stays(
    sqlite_database: str, tab: Tab, state: GiftsState
) -> None:
    await tab.send(GiftsState.take_photos, [file(b"a text", "notes.txt"), file(gifts.photo())])
    assert [gift.name for gift in state.photos] == ["candle.jpg"]
    assert state.trouble_with_file.startswith("notes.txt: This file is no picture")
    await tab.send(GiftsState.take_logo, [file(gifts.logo())])
    assert state.trouble_with_file == ""
    await tab.send(GiftsState.take_track, [file(bytes(settings().upload_bytes + 1), "song.wav")])
    assert "larger than 20 MB" in state.trouble_with_file
    assert state.at == "track"
    assert state.track == []


async def test_an_ad_shows_five_photos_at_most(
    sqlite_database: str, tab: Tab, state: GiftsState, user: Account
) -> None:
    many = [file(gifts.photo(f"#{n}0{n}0{n}0", (300, 200))) for n in range(1, 7)]
    await tab.send(GiftsState.take_photos, many)
    assert (len(state.photos), state.more_photos) == (5, False)
    assert "up to 5 photos" in state.trouble_with_file
    spare = assets.add(user.id, AssetKind.PHOTO, "spare.jpg", gifts.photo("#FEDCBA"))
    await tab.send(GiftsState.take_again, spare.id)
    assert len(state.photos) == 5


async def test_the_same_photo_twice_is_given_once(sqlite_database: str, tab: Tab, state: GiftsState) -> None:
    await tab.send(GiftsState.take_photos, [file(gifts.photo()), file(gifts.photo())])
    assert len(state.photos) == 1


async def test_what_is_taken_back_is_on_the_shelf(
    sqlite_database: str, tab: Tab, state: GiftsState, user: Account
) -> None:
    await tab.send(GiftsState.take_photos, [file(gifts.photo())])
    photo = state.photos[0].id
    await tab.send(GiftsState.take_back, photo)
    assert (state.photos, [gift.id for gift in state.shelf]) == ([], [photo])
    await tab.send(GiftsState.take_again, photo)
    assert ([gift.id for gift in state.photos], state.shelf) == ([photo], [])
    await tab.send(GiftsState.take_back, photo)
    await tab.send(GiftsState.forget_file, photo)
    assert state.shelf == []
    with pytest.raises(NotFound):
        assets.get(user.id, AssetId(photo))


async def test_what_an_ad_in_the_making_needs_is_not_deleted(
    sqlite_database: str, tab: Tab, state: GiftsState, user: Account
) -> None:
    photo = assets.add(user.id, AssetKind.PHOTO, "candle.jpg", gifts.photo())
    generations.start(user.id, Brief(prompt=serving.PROMPT, photos=(photo.id,)))
    await tab.send(CreateState.load)
    await tab.send(GiftsState.forget_file, photo.id)
    assert "being made" in state.trouble_with_file
    assert [gift.id for gift in state.shelf] == [photo.id]


async def test_pictures_have_links_that_only_their_user_gets(
    sqlite_database: str, tab: Tab, state: GiftsState, user: Account
) -> None:
    await tab.send(GiftsState.take_photos, [file(gifts.photo())])
    url, token = state.photos[0].url.split("?token=")
    assert url == f"/api/assets/{state.photos[0].id}"
    assert security.read_media_token(token, AssetId(state.photos[0].id)) == user.id


async def test_somebody_elses_file_is_not_taken(
    sqlite_database: str, tab: Tab, state: GiftsState, other_user: Account
) -> None:
    theirs = assets.add(other_user.id, AssetKind.PHOTO, "secret.jpg", gifts.photo())
    await tab.send(CreateState.load)
    with pytest.raises(NotFound):
        await tab.send(GiftsState.take_again, theirs.id)
    await tab.send(GiftsState.forget_file, theirs.id)
    assert assets.get(other_user.id, theirs.id) == theirs
    assert "secret.jpg" not in tab.shows()


async def test_a_brief_that_is_duplicated_brings_its_files_as_far_as_they_are_there(
    sqlite_database: str, tab: Tab, state: GiftsState, user: Account
) -> None:
    photo, other = (assets.add(user.id, AssetKind.PHOTO, "photo.jpg", gifts.photo(c)) for c in ("#123456", "#654321"))
    ad = generations.start(user.id, Brief(prompt=serving.PROMPT, photos=(photo.id, other.id)))
    generations.cancel(user.id, ad.id)
    assets.delete(user.id, other.id)
    tab.go(f"/create?from={ad.id}")
    await tab.send(CreateState.load)
    assert [gift.id for gift in state.photos] == [photo.id]
    assert "not in your library any more" in state.trouble_with_file


async def test_a_brief_that_is_duplicated_brings_its_voice_and_what_it_says(
    sqlite_database: str, tab: Tab, state: GiftsState, user: Account
) -> None:
    voice = assets.add(user.id, AssetKind.VOICE, "me.wav", gifts.voice())
    ad = generations.start(user.id, Brief(prompt=serving.PROMPT, voice=voice.id, voice_text="Smells of forest."))
    tab.go(f"/create?from={ad.id}")
    await tab.send(CreateState.load)
    assert [gift.id for gift in state.voice] == [voice.id]
    assert tab.state(OptionsState).filled["voice_text"] == "Smells of forest."
    assert state.shelf == []
    await tab.send(GiftsState.take_back, voice.id)
    assert state.voice == []


async def test_a_file_that_was_deleted_elsewhere_is_in_no_brief(
    sqlite_database: str, tab: Tab, state: GiftsState, user: Account
) -> None:
    await tab.send(GiftsState.take_photos, [file(gifts.photo())])
    assets.delete(user.id, AssetId(state.photos[0].id))
    await tab.send(CreateState.load)
    assert (state.photos, state.shelf) == ([], [])


@pytest.mark.parametrize(
    ("progress", "percent"), [({"progress": 0.426}, 43), ({"progress": 1}, -1), ({}, -1), ({"progress": "x"}, -1)]
)
async def test_what_has_left_the_browser_is_told(
    progress: dict[str, object], percent: int, sqlite_database: str, tab: Tab, state: GiftsState
) -> None:
    await tab.send(GiftsState.follow, progress)
    assert state.percent == percent


async def test_what_the_browser_did_not_send_is_explained(sqlite_database: str, tab: Tab, state: GiftsState) -> None:
    await tab.send(GiftsState.refuse, "track", [{"name": "x.pdf", "codes": ["file-invalid-type"]}])
    await tab.send(GiftsState.take_track, [])
    assert (state.trouble_with_file, state.at) == (f"x.pdf: {UNFIT}", "track")
