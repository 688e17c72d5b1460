from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import select, update

from adgen_app import storage
from adgen_app.config import settings
from adgen_app.db.columns import utc_now
from adgen_app.db.engine import reading, transaction
from adgen_app.db.models import AssetRow, Discarded
from adgen_app.domain.account import Account
from adgen_app.domain.asset import Asset, AssetId, AssetKind
from adgen_app.domain.brief import Brief
from adgen_app.errors import InUse, LibraryFull, NotFound, NotLoggedIn, TooLarge, Unavailable, Unreadable
from adgen_app.services import accounts, assets, discard, generations
from tests import gifts

BRIEF = Brief(prompt="Soy candles that smell of forest")
PHOTO = gifts.photo()


@pytest.fixture
def photo(user: Account) -> Asset:
    return assets.add(user.id, AssetKind.PHOTO, "candle.jpg", PHOTO)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("ADGEN_FILES_PER_USER", "2")
    monkeypatch.setenv("ADGEN_UPLOAD_MEGABYTES", "1")
    settings.cache_clear()
    yield
    settings.cache_clear()


def stored() -> list[str]:
    folder = Path(settings().data_dir) / "media" / "assets"
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def rows() -> list[str]:
    with reading() as session:
        return list(session.exec(select(AssetRow.media)))


def notes() -> list[str]:
    with reading() as session:
        return list(session.exec(select(Discarded.prefix)))


def clear_later() -> int:
    """As if the hour had passed."""
    with transaction() as session:
        session.exec(update(Discarded).values(not_before=utc_now() - timedelta(seconds=1)))
    return discard.clear_leftovers()


def content(user: Account, asset: Asset) -> bytes:
    return Path(assets.locate(user.id, asset.id)).read_bytes()


# --- taking in ---


def test_a_photo_comes_in_in_the_form_that_the_studio_reads(database: str, user: Account) -> None:
    asset = assets.add(user.id, AssetKind.PHOTO, "C:\\My photos\\candle\x07.png", gifts.photo(kind="PNG"))
    assert (asset.kind, asset.name, asset.width, asset.height, asset.seconds) == (
        AssetKind.PHOTO,
        "candle .png",
        600,
        400,
        None,
    )
    assert content(user, asset)[:2] == b"\xff\xd8"
    assert asset.bytes == len(content(user, asset))
    assert assets.get(user.id, asset.id) == asset
    assert stored() == rows() == [asset.media]
    assert notes() == []


def test_logos_tracks_voices_come_in_as_well(database: str, user: Account) -> None:
    logo = assets.add(user.id, AssetKind.LOGO, "", gifts.logo())
    track = assets.add(user.id, AssetKind.TRACK, "/home/maya/" + "song" * 50, gifts.track())
    assert (logo.name, logo.media[-4:], track.media[-4:]) == ("logo", ".png", ".m4a")
    assert (track.width, track.height, len(track.name)) == (None, None, 120)
    voice = assets.add(user.id, AssetKind.VOICE, "me.wav", gifts.voice())
    assert (track.seconds, voice.seconds) == pytest.approx((4, 4), abs=0.1)


def test_the_same_file_twice_is_one(database: str, user: Account, photo: Asset) -> None:
    assert assets.add(user.id, AssetKind.PHOTO, "again.jpg", PHOTO) == photo
    assert rows() == [photo.media]
    assert notes() == []


def test_one_picture_can_be_photo_and_logo(database: str, user: Account) -> None:
    """Removing one leaves the other what it shows."""
    sign = gifts.logo()
    one = assets.add(user.id, AssetKind.LOGO, "sign.png", sign)
    other = assets.add(user.id, AssetKind.PHOTO, "sign.png", content(user, one))
    assert one.id != other.id
    assets.delete(user.id, one.id)
    assert content(user, other)


def test_the_same_file_from_two_users_is_two(database: str, user: Account, other_user: Account, photo: Asset) -> None:
    theirs = assets.add(other_user.id, AssetKind.PHOTO, "candle.jpg", PHOTO)
    assert (theirs.id != photo.id, theirs.media == photo.media) == (True, True)
    assets.delete(user.id, photo.id)
    assert content(other_user, theirs)


def test_what_can_not_be_used_leaves_nothing(database: str, user: Account) -> None:
    for kind in AssetKind:
        with pytest.raises(Unreadable):
            assets.add(user.id, kind, "text.txt", b"just a text")
    assert (rows(), stored(), notes()) == ([], [], [])


@pytest.mark.usefixtures("small")
def test_files_have_a_size_that_is_too_much(sqlite_database: str, user: Account) -> None:
    with pytest.raises(TooLarge, match="1 MB"):
        assets.add(user.id, AssetKind.PHOTO, "big.jpg", PHOTO + bytes(1_000_000))


@pytest.mark.usefixtures("small")
def test_a_full_library_takes_no_more_until_something_is_deleted(database: str, user: Account, photo: Asset) -> None:
    assets.add(user.id, AssetKind.LOGO, "logo.png", gifts.logo())
    with pytest.raises(LibraryFull, match="2 files"):
        assets.add(user.id, AssetKind.PHOTO, "third.jpg", gifts.photo("#123456"))
    assert assets.add(user.id, AssetKind.PHOTO, "candle.jpg", PHOTO) == photo
    assets.delete(user.id, photo.id)
    assert assets.add(user.id, AssetKind.PHOTO, "third.jpg", gifts.photo("#123456"))


@pytest.mark.usefixtures("small")
def test_files_that_come_together_are_counted_together(database: str, user: Account) -> None:
    def one(colour: str) -> bool:
        try:
            assets.add(user.id, AssetKind.PHOTO, "photo.jpg", gifts.photo(colour))
        except LibraryFull:
            return False
        return True

    with ThreadPoolExecutor(5) as pool:
        assert sum(pool.map(one, ["#111111", "#AA2222", "#33AA33", "#4444AA", "#AAAA55"])) == 2
    assert len(rows()) == 2
    clear_later()
    assert len(stored()) == 2


def test_the_same_file_sent_twice_at_once_is_one(database: str, user: Account) -> None:
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: assets.add(user.id, AssetKind.PHOTO, "photo.jpg", PHOTO), range(4)))
    assert len({asset.id for asset in made}) == 1
    clear_later()
    assert stored() == rows() == [made[0].media]
    assert content(user, made[0])


# --- crashes ---


class Killed(BaseException):
    """The process ends here."""


def test_a_crash_before_the_row_leaves_a_file_that_is_removed_later(
    database: str, user: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as crash:
        crash.setattr(discard, "arrived", die)
        with pytest.raises(Killed):
            assets.add(user.id, AssetKind.PHOTO, "candle.jpg", PHOTO)
    assert (rows(), len(stored()), len(notes())) == ([], 1, 1)
    assert assets.page(user.id) == (0, [])
    assert discard.clear_leftovers() == 0, "it might still be coming in"
    assert clear_later() == 1
    assert (stored(), notes()) == ([], [])
    assert assets.add(user.id, AssetKind.PHOTO, "candle.jpg", PHOTO)


def test_a_storage_that_is_away_keeps_the_library_as_it_was(
    database: str, user: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> None:
        raise Unavailable

    with monkeypatch.context() as failing:
        failing.setattr(storage, "put", away)
        with pytest.raises(Unavailable):
            assets.add(user.id, AssetKind.PHOTO, "candle.jpg", PHOTO)
    assert (rows(), stored()) == ([], [])
    assert assets.add(user.id, AssetKind.PHOTO, "candle.jpg", PHOTO)


def test_a_file_that_came_in_too_late_gets_no_row(
    database: str, user: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its note was worked off in between, so the file is gone."""
    put = storage.put

    def slow(key: str, data: bytes) -> None:
        put(key, data)
        assert clear_later() == 1

    monkeypatch.setattr(storage, "put", slow)
    with pytest.raises(Unavailable):
        assets.add(user.id, AssetKind.PHOTO, "candle.jpg", PHOTO)
    assert (rows(), stored()) == ([], [])


# --- whose they are ---


@pytest.mark.parametrize("wrong", ["", "x", "0" * 36, "\x00" * 36, "ä" * 36])
def test_what_is_not_there_is_not_found(sqlite_database: str, user: Account, wrong: str) -> None:
    for act in (assets.get, assets.locate, assets.delete):
        with pytest.raises(NotFound):
            act(user.id, AssetId(wrong))


def test_somebody_elses_file_is_not_found(database: str, other_user: Account, photo: Asset) -> None:
    for act in (assets.get, assets.locate, assets.delete):
        with pytest.raises(NotFound):
            act(other_user.id, photo.id)
    assert assets.page(other_user.id) == (0, [])
    assert rows() == [photo.media]


def test_the_newest_come_first_in_pages(database: str, user: Account) -> None:
    made = [assets.add(user.id, AssetKind.PHOTO, f"{n}.jpg", gifts.photo(f"#{n}0{n}0{n}0")) for n in range(1, 4)]
    made.append(assets.add(user.id, AssetKind.LOGO, "logo.png", gifts.logo()))
    newest = [asset.id for asset in reversed(made)]
    total, first = assets.page(user.id, limit=2)
    assert (total, [asset.id for asset in first]) == (4, newest[:2])
    assert [asset.id for asset in assets.page(user.id, limit=2, offset=2).assets] == newest[2:]
    assert [asset.id for asset in assets.page(user.id, kind=AssetKind.PHOTO).assets] == newest[1:]


# --- deleting ---


def test_a_deleted_file_is_gone(database: str, user: Account, photo: Asset) -> None:
    assets.delete(user.id, photo.id)
    assert (rows(), stored(), notes()) == ([], [], [])
    with pytest.raises(NotFound):
        assets.get(user.id, photo.id)


def test_what_an_unfinished_ad_needs_stays(database: str, user: Account, photo: Asset) -> None:
    logo = assets.add(user.id, AssetKind.LOGO, "logo.png", gifts.logo())
    track = assets.add(user.id, AssetKind.TRACK, "song.wav", gifts.track())
    spare = assets.add(user.id, AssetKind.PHOTO, "spare.jpg", gifts.photo("#123456"))
    voice = assets.add(user.id, AssetKind.VOICE, "me.wav", gifts.voice())
    given = {"photos": (photo.id,), "logo": logo.id, "track": track.id, "voice": voice.id}
    ad = generations.start(user.id, BRIEF.model_copy(update=given))
    for needed in (photo, logo, track, voice):
        with pytest.raises(InUse):
            assets.delete(user.id, needed.id)
    assets.delete(user.id, spare.id)
    generations.cancel(user.id, ad.id)
    assets.delete(user.id, photo.id)
    assert generations.get(user.id, ad.id).brief.photos == (photo.id,)


def test_an_account_is_deleted_with_its_files(
    database: str, user: Account, other_user: Account, photo: Asset, password: str
) -> None:
    theirs = assets.add(other_user.id, AssetKind.PHOTO, "candle.jpg", gifts.photo("#123456"))
    accounts.delete(user.id, password)
    assert stored() == rows() == [theirs.media]
    assert notes() == []
    with pytest.raises(NotLoggedIn):
        assets.add(user.id, AssetKind.PHOTO, "candle.jpg", PHOTO)


def test_a_file_is_brought_to_where_it_is_needed(
    database: str, user: Account, photo: Asset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = assets.fetch(photo, tmp_path / "work" / "media")
    assert target == tmp_path / "work" / "media" / photo.media
    assert target.read_bytes() == content(user, photo)
    monkeypatch.setattr(storage, "fetch", lambda *_: pytest.fail("it is there already"))
    assert assets.fetch(photo, tmp_path / "work" / "media") == target
