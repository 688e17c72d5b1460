from pathlib import Path

import pytest
from sqlmodel import select

from adgen_app import storage
from adgen_app.db.engine import reading
from adgen_app.db.models import Discarded, GenerationRow
from adgen_app.domain.account import Account
from adgen_app.domain.brief import Brief
from adgen_app.domain.generation import Generation
from adgen_app.errors import NotFound, Unavailable
from adgen_app.services import accounts, discard, generations


@pytest.fixture
def ad(user: Account, tmp_path: Path) -> Generation:
    """An ad with its files."""
    made = generations.start(user.id, Brief(prompt="Soy candles that smell of forest"))
    file = tmp_path / "cut.mp4"
    file.write_bytes(b"moving pictures")
    for name in ("ad.mp4", "thumb.jpg"):
        storage.save(discard.files_of(made.id) + name, file)
    return made


def has_files(ad: Generation) -> bool:
    try:
        storage.locate(discard.files_of(ad.id) + "ad.mp4")
    except NotFound:
        return False
    return True


def notes() -> list[str]:
    with reading() as session:
        return list(session.exec(select(Discarded.prefix)))


def unreachable(prefix: str) -> None:
    raise Unavailable


def killed(prefix: str) -> None:
    raise SystemExit


def test_the_files_of_a_deleted_ad_are_gone_and_so_is_the_note(database: str, ad: Generation) -> None:
    assert has_files(ad)
    generations.delete(ad.user_id, ad.id)
    assert not has_files(ad)
    assert notes() == []


def test_the_files_of_a_deleted_account_are_gone(sqlite_database: str, ad: Generation, password: str) -> None:
    accounts.delete(ad.user_id, password)
    assert not has_files(ad)
    assert notes() == []


def test_a_crash_between_row_and_files_leaves_a_note_that_is_worked_off(
    database: str, ad: Generation, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as crash:
        crash.setattr(storage, "remove", killed)
        with pytest.raises(SystemExit):
            generations.delete(ad.user_id, ad.id)
    with reading() as session:
        assert session.get(GenerationRow, ad.id) is None
    assert has_files(ad)
    assert notes() == [discard.files_of(ad.id)]
    assert discard.clear_leftovers() == 1
    assert not has_files(ad)
    assert notes() == []
    assert discard.clear_leftovers() == 0


def test_an_ad_can_be_deleted_while_the_storage_is_away(
    database: str, ad: Generation, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as away:
        away.setattr(storage, "remove", unreachable)
        generations.delete(ad.user_id, ad.id)
        assert discard.clear_leftovers() == 0
    assert notes() == [discard.files_of(ad.id)]
    assert discard.clear_leftovers() == 1
    assert not has_files(ad)


def test_a_deletion_that_is_rolled_back_keeps_the_files(
    sqlite_database: str, ad: Generation, other_user: Account
) -> None:
    with pytest.raises(NotFound):
        generations.delete(other_user.id, ad.id)
    assert has_files(ad)
    assert notes() == []


def test_an_ad_that_was_not_finished_keeps_no_files(
    database: str, ad: Generation, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as away:
        away.setattr(storage, "remove", unreachable)
        discard.withdraw(ad.id)
    assert notes() == [discard.files_of(ad.id)]
    discard.withdraw(ad.id)
    assert not has_files(ad)
    assert notes() == []
