from collections.abc import Callable

import pytest

from adgen_app.domain.account import Account
from adgen_app.domain.asset import Asset, AssetId, AssetKind
from adgen_app.domain.brief import Brief
from adgen_app.errors import InvalidInput
from adgen_app.services import assets, generations, given
from tests import gifts

PROMPT = "Soy candles that smell of forest"
Gift = dict[str, Asset]


@pytest.fixture
def library(user: Account) -> Gift:
    return {
        "photo": assets.add(user.id, AssetKind.PHOTO, "candle.jpg", gifts.photo()),
        "other": assets.add(user.id, AssetKind.PHOTO, "wick.jpg", gifts.photo("#123456")),
        "logo": assets.add(user.id, AssetKind.LOGO, "logo.png", gifts.logo()),
        "track": assets.add(user.id, AssetKind.TRACK, "song.wav", gifts.track()),
        "voice": assets.add(user.id, AssetKind.VOICE, "me.wav", gifts.voice()),
    }


def test_what_a_brief_names_is_found_in_its_order(database: str, user: Account, library: Gift) -> None:
    photo, other = library["photo"], library["other"]
    brief = Brief(
        prompt=PROMPT,
        photos=(other.id, photo.id, other.id),
        logo=library["logo"].id,
        track=library["track"].id,
        voice=library["voice"].id,
    )
    found = given.files(user.id, brief)
    assert found == ((other, photo), library["logo"], library["track"], library["voice"])
    assert found.all == (other, photo, library["logo"], library["track"], library["voice"])
    assert generations.start(user.id, brief).brief == brief


def test_a_brief_without_files_needs_none(sqlite_database: str, user: Account) -> None:
    assert given.files(user.id, Brief(prompt=PROMPT)).all == ()


WRONG: list[tuple[Callable[[Gift], Brief], str]] = [
    (lambda _: Brief(prompt=PROMPT, photos=(AssetId("0" * 36),)), "photo"),
    (lambda have: Brief(prompt=PROMPT, photos=(have["photo"].id, have["logo"].id)), "photo"),
    (lambda have: Brief(prompt=PROMPT, logo=have["photo"].id), "logo"),
    (lambda have: Brief(prompt=PROMPT, track=have["photo"].id), "track"),
    (lambda _: Brief(prompt=PROMPT, track=AssetId("\x00")), "track"),
    (lambda have: Brief(prompt=PROMPT, voice=have["track"].id), "voice"),
]


@pytest.mark.parametrize(("brief", "kind"), WRONG)
def test_what_is_not_there_or_is_something_else_is_refused(
    database: str, user: Account, library: Gift, brief: Callable[[Gift], Brief], kind: str
) -> None:
    with pytest.raises(InvalidInput, match=f"That {kind} is not in your library any more; upload it again") as refused:
        generations.start(user.id, brief(library))
    assert refused.value.code_here == f"UNKNOWN_{kind.upper()}"
    assert generations.page(user.id).total == 0


def test_what_is_somebody_elses_is_refused(database: str, user: Account, other_user: Account, library: Gift) -> None:
    with pytest.raises(InvalidInput):
        generations.start(other_user.id, Brief(prompt=PROMPT, photos=(library["photo"].id,)))


def test_another_ad_from_a_brief_whose_photo_is_gone_is_refused(database: str, user: Account, library: Gift) -> None:
    ad = generations.start(user.id, Brief(prompt=PROMPT, photos=(library["photo"].id,)))
    generations.cancel(user.id, ad.id)
    assets.delete(user.id, library["photo"].id)
    with pytest.raises(InvalidInput, match="upload it again"):
        generations.again(user.id, ad.id)


def test_what_a_storyboard_names_is_found_by_content(
    database: str, user: Account, other_user: Account, library: Gift
) -> None:
    names = frozenset({library["photo"].media, library["track"].media})
    assert {asset.media for asset in given.named(user.id, names)} == names
    assert given.named(user.id, frozenset()) == []
    with pytest.raises(InvalidInput):
        given.named(other_user.id, names)
    assets.delete(user.id, library["track"].id)
    with pytest.raises(InvalidInput, match="not in your library any more"):
        given.named(user.id, names)
