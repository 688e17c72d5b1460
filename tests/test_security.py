import base64
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import bcrypt
import jwt
import pytest

from adgen_app import security
from adgen_app.config import settings
from adgen_app.domain.account import UserId
from adgen_app.domain.generation import GenerationId
from adgen_app.errors import NotFound, NotLoggedIn

USER = UserId(str(uuid4()))
AD = GenerationId(str(uuid4()))


@pytest.fixture(autouse=True)
def fresh_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("ADGEN_DATA_DIR", str(tmp_path))
    settings.cache_clear()
    yield
    settings.cache_clear()


def signed(claims: dict[str, object], key: str | None = None, algorithm: str = "HS256") -> str:
    return jwt.encode(claims, settings().signing_key if key is None else key, algorithm=algorithm)


def session_claims(**changed: object) -> dict[str, object]:
    now = datetime.now(UTC)
    claims: dict[str, object] = {"sub": USER, "aud": "session", "ver": 3, "jti": "j", "iat": now}
    return {**claims, "exp": now + timedelta(days=1), **changed}


def media_claims(**changed: object) -> dict[str, object]:
    return {"sub": USER, "gen": AD, "aud": "media", "exp": datetime.now(UTC) + timedelta(minutes=5), **changed}


def test_passwords_are_hashed_by_bcrypt_at_cost_12_with_a_salt_of_their_own(password: str, password_hash: str) -> None:
    assert ",t=2b,r=12$" in password_hash
    assert password not in password_hash
    assert security.hash_password(password) != password_hash


def test_only_the_password_fits(password: str, password_hash: str) -> None:
    assert security.password_fits(password, password_hash)
    assert not security.password_fits(password.upper(), password_hash)
    assert not security.password_fits("", password_hash)


def test_long_passwords_differ_by_their_last_character() -> None:
    hashed = security.hash_password("x" * 99 + "y")
    assert security.password_fits("x" * 99 + "y", hashed)
    assert not security.password_fits("x" * 99 + "z", hashed)
    assert not security.password_fits("x" * 99, hashed)


def test_a_password_may_be_written_in_any_script() -> None:
    hashed = security.hash_password("пароль-密码-🔑")
    assert security.password_fits("пароль-密码-🔑", hashed)


@pytest.mark.parametrize("typed", ["x" * 5000, "with\0nul-character", "broken \ud800 surrogate"])
def test_whatever_is_typed_is_a_wrong_password_rather_than_an_error(typed: str, password_hash: str) -> None:
    assert not security.password_fits(typed, password_hash)


def test_hashes_of_plain_bcrypt_from_elsewhere_fit_too() -> None:
    hashed = bcrypt.hashpw(b"moved from elsewhere", bcrypt.gensalt(4)).decode()
    assert security.password_fits("moved from elsewhere", hashed)
    assert not security.password_fits("something else", hashed)


def test_no_ones_hash_costs_as_much_as_a_real_one_and_fits_nothing(password_hash: str) -> None:
    assert security.NO_ONES_HASH.split("$")[1:3] == password_hash.split("$")[1:3]
    for typed in ("", "password", "x" * 100):
        assert not security.password_fits(typed, security.NO_ONES_HASH)


def test_a_session_token_says_whose_it_is_for_seven_days() -> None:
    said = security.read_session(security.session_token(USER, 3))
    assert (said.user_id, said.version) == (USER, 3)
    assert timedelta(days=6, hours=23) < said.expires - datetime.now(UTC) <= timedelta(days=7)


def test_two_sessions_of_one_user_can_be_told_apart() -> None:
    one, other = (security.read_session(security.session_token(USER, 0)) for _ in range(2))
    assert one.id != other.id


def without_signature() -> str:
    def part(content: dict[str, object]) -> str:
        return base64.urlsafe_b64encode(json.dumps(content).encode()).decode().rstrip("=")

    later = int(datetime.now(UTC).timestamp()) + 3600
    return f"{part({'alg': 'none', 'typ': 'JWT'})}.{part(session_claims(iat=later - 3600, exp=later))}."


def test_the_forgeries_below_are_refused_for_what_is_wrong_with_them() -> None:
    assert security.read_session(signed(session_claims())).user_id == USER
    assert security.read_media_token(signed(media_claims()), AD) == USER


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: "", id="empty"),
        pytest.param(lambda: "not.a.token", id="nonsense"),
        pytest.param(lambda: "ünïcödé\ud800", id="not ASCII"),
        pytest.param(without_signature, id="algorithm none"),
        pytest.param(lambda: signed(session_claims(), key="x" * 48), id="another key"),
        pytest.param(lambda: signed(session_claims(), key="", algorithm="none"), id="algorithm none by the library"),
        pytest.param(lambda: signed(session_claims(), algorithm="HS512"), id="another algorithm"),
        pytest.param(lambda: signed(session_claims(exp=datetime.now(UTC) - timedelta(seconds=1))), id="expired"),
        pytest.param(lambda: signed(session_claims(aud="media")), id="a link to media"),
        pytest.param(lambda: security.media_token(USER, AD), id="a real link to media"),
        pytest.param(lambda: signed(session_claims(aud=None)), id="no audience"),
        pytest.param(lambda: signed({k: v for k, v in session_claims().items() if k != "exp"}), id="for ever"),
        pytest.param(lambda: signed({k: v for k, v in session_claims().items() if k != "sub"}), id="nobody's"),
        pytest.param(lambda: signed({k: v for k, v in session_claims().items() if k != "ver"}), id="no version"),
        pytest.param(lambda: signed({k: v for k, v in session_claims().items() if k != "jti"}), id="not revocable"),
        pytest.param(lambda: signed(session_claims(ver="abc")), id="a version that is no number"),
        pytest.param(lambda: signed(session_claims(ver=[1])), id="several versions"),
        pytest.param(lambda: signed(session_claims(exp=1e18)), id="until after the last year"),
        pytest.param(lambda: signed(session_claims(exp=float("inf"))), id="until the end of time"),
    ],
)
@pytest.mark.filterwarnings("ignore::jwt.InsecureKeyLengthWarning")
def test_a_session_that_is_not_ours_is_no_session(make: Callable[[], str]) -> None:
    token = make()
    with pytest.raises(NotLoggedIn):
        security.read_session(token)


def test_changing_any_character_of_a_token_ends_it() -> None:
    token = security.session_token(USER, 0)
    for at in range(0, len(token) - 1, 7):
        changed = token[:at] + ("A" if token[at] != "A" else "B") + token[at + 1 :]
        with pytest.raises(NotLoggedIn):
            security.read_session(changed)


def test_a_link_to_media_stands_for_its_user_and_its_ad() -> None:
    assert security.read_media_token(security.media_token(USER, AD), AD) == USER


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: "", id="empty"),
        pytest.param(lambda: security.media_token(USER, GenerationId(str(uuid4()))), id="another ad's"),
        pytest.param(lambda: security.session_token(USER, 0), id="a session"),
        pytest.param(lambda: signed(media_claims(exp=datetime.now(UTC) - timedelta(seconds=1))), id="expired"),
        pytest.param(lambda: signed(media_claims(), key="x" * 48), id="another key"),
        pytest.param(lambda: signed({k: v for k, v in media_claims().items() if k != "gen"}), id="no ad"),
        pytest.param(lambda: signed(media_claims(exp=float("inf"))), id="until the end of time"),
    ],
)
def test_a_link_that_is_not_for_this_ad_leads_nowhere(make: Callable[[], str]) -> None:
    token = make()
    with pytest.raises(NotFound):
        security.read_media_token(token, AD)


def test_a_new_secret_ends_every_session(tmp_path: Path) -> None:
    token = security.session_token(USER, 0)
    (tmp_path / "secret_key").unlink()
    with pytest.raises(NotLoggedIn):
        security.read_session(token)
