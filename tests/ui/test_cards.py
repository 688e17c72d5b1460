"""An ad in a gallery."""

from datetime import UTC, datetime

import pytest

from adgen_app import security
from adgen_app.domain.account import Account
from adgen_app.domain.generation import Status
from adgen_app.services import generations
from adgen_app.ui.cards import WORDS, card, day, media
from tests.api import serving


def test_card_says_what_a_gallery_shows(sqlite_database: str, user: Account) -> None:
    ad = generations.get(user.id, serving.put(user))
    said = card(ad)
    assert (said.href, said.prompt, said.status_word) == (f"/ads/{ad.id}", serving.PROMPT, "Done")
    assert (said.duration, said.shape, said.cost) == ("15 s", "9:16", "$0.25")
    assert said.made == day(ad.created_at)


@pytest.mark.parametrize("status", [each for each in Status if each is not Status.COMPLETED])
def test_only_finished_ads_have_a_picture(status: Status, sqlite_database: str, user: Account) -> None:
    ad = generations.get(user.id, serving.put(user, status=status))
    assert card(ad).thumbnail == card(ad).preview == ""
    assert card(ad).status_word == WORDS[status]


def test_addresses_of_files_are_signed_for_this_user_and_ad(sqlite_database: str, user: Account) -> None:
    ad = generations.get(user.id, serving.put(user))
    path, _, token = media(ad, "video").partition("?token=")
    assert path == f"/api/video/{ad.id}"
    assert security.read_media_token(token, ad.id) == user.id
    path, _, token = card(ad).preview.partition("?token=")
    assert path == f"/api/generations/{ad.id}/preview.webp"
    assert security.read_media_token(token, ad.id) == user.id


def test_every_status_has_a_word() -> None:
    assert WORDS.keys() == set(Status)
    assert len(set(WORDS.values())) == len(Status)


def test_days_are_read_by_people() -> None:
    assert day(datetime(2026, 3, 7, 23, 59, tzinfo=UTC)) == "7 Mar 2026"
