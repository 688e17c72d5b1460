import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import func, select

from adgen_app import security
from adgen_app.db.engine import reading, transaction
from adgen_app.db.models import GenerationRow, LedgerEntry, RevokedToken, User
from adgen_app.domain.account import Account, UserId
from adgen_app.domain.brief import Brief
from adgen_app.errors import AdGenError, NameTaken, NotLoggedIn, TooMany, WrongPassword
from adgen_app.services import accounts, generations

HERE = "203.0.113.7"
BRIEF = Brief(prompt="Soy candles that smell of forest")
NEW = "another fine passphrase"


def rows(table: type) -> int:
    with reading() as session:
        return session.exec(select(func.count()).select_from(table)).one()


# --- registering ---


def test_who_registers_can_log_in(database: str, password: str) -> None:
    registered = accounts.register("Maya", password, "maya@example.com")
    login = accounts.log_in("Maya", password, HERE)
    assert login.account.id == registered.id
    assert (registered.username, registered.email) == ("Maya", "maya@example.com")
    assert accounts.authenticate(login.token).id == registered.id


def test_an_email_is_optional(sqlite_database: str, password: str) -> None:
    assert accounts.register("maya", password).email is None
    assert accounts.register("noor", password, "").email is None


def test_a_password_is_kept_as_a_hash_only(sqlite_database: str, password: str) -> None:
    accounts.register("maya", password)
    with reading() as session:
        row = session.exec(select(User)).one()
    assert password not in str(row.model_dump())
    assert security.password_fits(password, row.password_hash)


def test_nobody_sees_a_hash(user: Account) -> None:
    assert not {"password_hash", "token_version"} & set(user.model_dump())


@pytest.mark.parametrize("name", ["maya", "MAYA", "\uff2d\uff21\uff39\uff21"])
def test_a_name_can_be_taken_once_however_it_is_written(user: Account, name: str, password: str) -> None:
    with pytest.raises(NameTaken):
        accounts.register(name, password)
    assert rows(User) == 1


def test_of_many_who_register_one_name_at_once_one_gets_it(database: str, password: str) -> None:
    def attempt(name: str) -> bool:
        try:
            accounts.register(name, password)
        except NameTaken:
            return False
        return True

    with ThreadPoolExecutor(4) as many:
        assert sorted(many.map(attempt, ["maya", "Maya", "MAYA", "mAYA"])) == [False, False, False, True]
    assert rows(User) == 1


# --- logging in ---


@pytest.mark.parametrize("name", ["maya", "MAYA", " Maya "])
def test_a_name_may_be_typed_in_any_case(user: Account, name: str, password: str) -> None:
    assert accounts.log_in(name, password, HERE).account.id == user.id


def test_a_name_in_any_script_may_be_typed_in_any_case(database: str, password: str) -> None:
    registered = accounts.register("Ärger-Ψ", password)
    assert accounts.log_in("äRGER-ψ", password, HERE).account.id == registered.id


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("maya", "wrong"),
        ("nobody", "wrong"),
        ("", ""),
        ("maya", ""),
        ("may_", "correct horse battery"),
        ("%", "correct horse battery"),
        ("' OR 1=1 --", "x"),
        ("ma\0ya", "correct horse battery"),
        ("broken \ud800", "x"),
        ("x" * 100_000, "x" * 100_000),
    ],
)
def test_every_wrong_pair_gets_the_same_answer(user: Account, name: str, typed: str) -> None:
    with pytest.raises(WrongPassword) as refused:
        accounts.log_in(name, typed, HERE)
    assert (str(refused.value), refused.value.code_here) == ("Username or password is wrong.", "WRONG_PASSWORD")


def effort(name: str) -> float:
    began = time.thread_time()
    with pytest.raises(WrongPassword):
        accounts.log_in(name, "wrong", HERE)
    return time.thread_time() - began


def test_an_unknown_user_takes_as_much_work_as_a_wrong_password(sqlite_database: str, user: Account) -> None:
    known = min(effort("maya") for _ in range(3))
    unknown = min(effort("nobody") for _ in range(3))
    assert 0.5 < unknown / known < 2


def test_logging_in_is_remembered(user: Account, password: str) -> None:
    assert user.last_login is None
    seen = accounts.log_in("maya", password, HERE).account.last_login
    assert seen
    assert datetime.now(UTC) - seen < timedelta(minutes=1)


def test_tries_for_one_name_are_limited(
    sqlite_database: str, user: Account, password: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for attempt in range(10):
        with pytest.raises(WrongPassword):
            accounts.log_in("maya" if attempt % 2 else "MAYA", "wrong", f"203.0.113.{attempt}")
    with pytest.raises(TooMany) as refused:
        accounts.log_in("Maya", password, "203.0.113.99")
    assert 1 <= refused.value.retry_after <= 60


def test_tries_from_one_address_are_limited(sqlite_database: str, user: Account, password: str) -> None:
    for attempt in range(10):
        with pytest.raises(WrongPassword):
            accounts.log_in(f"guess{attempt}", "wrong", HERE)
    with pytest.raises(TooMany):
        accounts.log_in("maya", password, HERE)
    assert accounts.log_in("maya", password, "203.0.113.99").account.id == user.id


def test_an_address_that_is_shut_out_does_not_shut_out_its_victim(
    sqlite_database: str, user: Account, password: str
) -> None:
    for attempt in range(30):
        with pytest.raises(AdGenError):
            accounts.log_in(f"guess{attempt}" if attempt < 10 else "maya", "wrong", HERE)
    assert accounts.log_in("maya", password, "203.0.113.99").account.id == user.id


# --- sessions ---


def test_a_session_ends_where_it_was_logged_out_and_nowhere_else(database: str, user: Account, password: str) -> None:
    one, other = (accounts.log_in("maya", password, HERE).token for _ in range(2))
    accounts.log_out(one)
    with pytest.raises(NotLoggedIn):
        accounts.authenticate(one)
    assert accounts.authenticate(other).id == user.id


def test_logging_out_twice_or_with_nonsense_is_fine(database: str, token: str) -> None:
    for said in (token, token, "nonsense", ""):
        accounts.log_out(said)
    with pytest.raises(NotLoggedIn):
        accounts.authenticate(token)


def test_logging_out_twice_at_once_is_fine(database: str, token: str) -> None:
    with ThreadPoolExecutor(8) as many:
        for done in [many.submit(accounts.log_out, token) for _ in range(16)]:
            done.result()
    assert rows(RevokedToken) == 1


def test_tokens_that_have_expired_anyway_are_forgotten(database: str, token: str) -> None:
    with transaction() as session:
        session.add(RevokedToken(id="old", expires=datetime.now(UTC) - timedelta(seconds=1)))
        session.add(RevokedToken(id="fresh", expires=datetime.now(UTC) + timedelta(days=1)))
    accounts.log_out(token)
    with reading() as session:
        assert set(session.exec(select(RevokedToken.id))) == {"fresh", security.read_session(token).id}


def test_nobody_is_logged_in_by_a_token_of_a_deleted_account(database: str, user: Account, token: str) -> None:
    with transaction() as session:
        session.delete(session.get_one(User, user.id))
    with pytest.raises(NotLoggedIn):
        accounts.authenticate(token)


def test_a_new_password_ends_every_other_session(database: str, user: Account, token: str, password: str) -> None:
    fresh = accounts.change_password(user.id, password, NEW)
    with pytest.raises(NotLoggedIn):
        accounts.authenticate(token)
    assert accounts.authenticate(fresh.token).id == user.id
    with pytest.raises(WrongPassword):
        accounts.log_in("maya", password, HERE)
    assert accounts.log_in("maya", NEW, HERE).account.id == user.id


def test_a_new_password_needs_the_current_one(sqlite_database: str, user: Account, token: str) -> None:
    with pytest.raises(WrongPassword, match="current password"):
        accounts.change_password(user.id, "wrong", NEW)
    assert accounts.authenticate(token).id == user.id


def test_guessing_the_current_password_of_an_open_session_is_limited(sqlite_database: str, user: Account) -> None:
    for _ in range(10):
        with pytest.raises(WrongPassword):
            accounts.change_password(user.id, "wrong", NEW)
    with pytest.raises(TooMany):
        accounts.delete(user.id, "wrong")


def test_a_password_changed_during_a_log_in_ends_that_log_in_too(
    sqlite_database: str, user: Account, password: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = security.password_fits

    def slow(typed: str, hashed: str) -> bool:
        monkeypatch.setattr(security, "password_fits", real)
        accounts.change_password(user.id, password, NEW)
        return real(typed, hashed)

    monkeypatch.setattr(security, "password_fits", slow)
    late = accounts.log_in("maya", password, HERE)
    with pytest.raises(NotLoggedIn):
        accounts.authenticate(late.token)


GONE = UserId("00000000-0000-4000-8000-000000000000")


def test_an_account_that_is_gone_is_not_logged_in(sqlite_database: str, password: str) -> None:
    for act in (
        lambda: accounts.change_password(GONE, password, NEW),
        lambda: accounts.delete(GONE, password),
        lambda: accounts.profile(GONE),
        lambda: generations.start(GONE, BRIEF),
    ):
        with pytest.raises(NotLoggedIn):
            act()


# --- deleting an account ---


def test_deleting_an_account_removes_all_that_was_its(
    database: str, user: Account, other_user: Account, token: str, password: str
) -> None:
    generations.start(user.id, BRIEF)
    kept = generations.start(other_user.id, BRIEF)
    accounts.delete(user.id, password)
    with pytest.raises(NotLoggedIn):
        accounts.authenticate(token)
    with reading() as session:
        assert session.exec(select(User.id)).all() == [other_user.id]
        assert session.exec(select(GenerationRow.id)).all() == [kept.id]
        assert session.exec(select(LedgerEntry.generation_id)).all() == [kept.id]


def test_deleting_an_account_needs_its_password(sqlite_database: str, user: Account) -> None:
    with pytest.raises(WrongPassword):
        accounts.delete(user.id, "wrong")
    assert rows(User) == 1


def test_a_name_is_free_again_after_its_account_was_deleted(sqlite_database: str, user: Account, password: str) -> None:
    accounts.delete(user.id, password)
    assert accounts.register("maya", password).id != user.id


# --- profile ---


def test_a_profile_counts_ads_by_how_they_ended(database: str, user: Account, other_user: Account) -> None:
    for status in ("completed", "completed", "completed", "failed", "cancelled", "pending"):
        ad = generations.start(user.id, BRIEF)
        with transaction() as session:
            session.get_one(GenerationRow, ad.id).status = status
    generations.start(other_user.id, BRIEF)
    shown = accounts.profile(user.id)
    assert (shown.completed, shown.failed, shown.success_rate) == (3, 1, 0.75)
    assert shown.username == "maya"


def test_a_new_account_has_no_success_rate_yet(sqlite_database: str, user: Account) -> None:
    assert accounts.profile(user.id).success_rate is None
