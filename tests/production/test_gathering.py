from pathlib import Path

import pytest

from adgen_app.domain.account import Account
from adgen_app.domain.asset import AssetId, AssetKind
from adgen_app.domain.brief import Brief
from adgen_app.errors import InvalidInput
from adgen_app.planning.writer import plan
from adgen_app.production import gathering, workspace
from adgen_app.services import assets, generations
from tests import gifts

PROMPT = "Hand-poured soy candles that make small flats smell like a forest."
GREEN, RED = "#1E8449", "#D7263D"


def near(found: str, wanted: str) -> bool:
    pairs = zip(bytes.fromhex(found[1:]), bytes.fromhex(wanted[1:]), strict=True)
    return all(abs(one - other) <= 16 for one, other in pairs)


@pytest.fixture
def photo(user: Account) -> AssetId:
    return assets.add(user.id, AssetKind.PHOTO, "candle.jpg", gifts.photo(GREEN)).id


def test_the_planner_gets_files_by_content(database: str, user: Account, photo: AssetId) -> None:
    track = assets.add(user.id, AssetKind.TRACK, "song.wav", gifts.track())
    ad = generations.start(user.id, Brief(prompt=PROMPT, photos=(photo,), track=track.id))
    given = gathering.for_planning(ad)
    assert (given.photos, given.logo, given.track) == ((assets.get(user.id, photo).media,), None, track.media)


def test_a_voice_comes_with_its_length_and_the_times_of_its_words(
    sqlite_database: str, user: Account, photo: AssetId
) -> None:
    content = gifts.voice((0.5, 1.5), (2.0, 3.5))
    voice = assets.add(user.id, AssetKind.VOICE, "me.wav", content)
    said = Brief(prompt=PROMPT, voice=voice.id, voice_text="Fresh candles. Order them now.")
    line = gathering.for_planning(generations.start(user.id, said)).voice
    assert line
    assert (line.voice, line.start) == (voice.media, 0)
    assert [word.text for word in line.words] == ["Fresh", "candles.", "Order", "them", "now."]
    assert line.words[2].start == pytest.approx(2.0, abs=0.1)
    silent = gathering.for_planning(generations.start(user.id, Brief(prompt=PROMPT, voice=voice.id))).voice
    assert silent
    assert (silent.words, silent.seconds) == ((), voice.seconds)


def test_colours_are_the_logos_else_the_first_photos(sqlite_database: str, user: Account, photo: AssetId) -> None:
    brief = Brief(prompt=PROMPT, photos=(photo,))
    (seen,) = gathering.for_planning(generations.start(user.id, brief)).colours
    assert near(seen, GREEN)
    for colour, wanted in ((RED, RED), ("#222222", GREEN)):
        logo = assets.add(user.id, AssetKind.LOGO, "logo.png", gifts.logo(colour))
        ad = generations.start(user.id, brief.model_copy(update={"logo": logo.id}))
        (seen,) = gathering.for_planning(ad).colours
        assert near(seen, wanted)


def test_who_named_colours_gets_those(sqlite_database: str, user: Account, photo: AssetId) -> None:
    ad = generations.start(user.id, Brief(prompt=PROMPT, photos=(photo,), brand_colours=("#112233",)))
    assert gathering.for_planning(ad).colours == ()


def test_the_studio_gets_the_files_that_the_storyboard_names(
    database: str, user: Account, photo: AssetId, tmp_path: Path
) -> None:
    logo = assets.add(user.id, AssetKind.LOGO, "logo.png", gifts.logo())
    ad = generations.start(user.id, Brief(prompt=PROMPT, photos=(photo,), logo=logo.id))
    storyboard = plan(ad.brief, gathering.for_planning(ad))
    names = frozenset({assets.get(user.id, photo).media, logo.media})
    folder = gathering.gather(ad.id, storyboard)
    assert folder == workspace.of(ad.id) / "media"
    assert folder
    assert {file.name for file in folder.iterdir()} == names
    assert gathering.gather(ad.id, storyboard) == folder
    assert gathering.gather(ad.id, plan(ad.brief)) is None
    with pytest.raises(InvalidInput):
        gathering.gather(ad.id, storyboard.model_copy(update={"track": "0" * 64 + ".m4a"}))
