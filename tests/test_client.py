from collections.abc import Iterator
from pathlib import Path

import pytest

from adgen_app.api.schemas.generations import State
from adgen_app.client import Client
from adgen_app.config import settings
from adgen_app.db.engine import transaction
from adgen_app.db.models import GenerationRow
from adgen_app.domain.account import Account
from adgen_app.domain.asset import AssetKind
from adgen_app.domain.brief import Brief
from adgen_app.domain.generation import GenerationId, Status
from adgen_app.errors import (
    AlreadyFinished,
    InUse,
    InvalidInput,
    NameTaken,
    NotFound,
    NotLoggedIn,
    NotReady,
    Unavailable,
    WrongPassword,
)
from adgen_app.planning.writer import plan
from adgen_app.services import accounts, generations, progress
from tests import gifts
from tests.api import serving

BRIEF = Brief(prompt="Soy candles that smell of forest")
UNKNOWN = GenerationId("00000000-0000-4000-8000-000000000000")


@pytest.fixture
def server(database: str) -> Iterator[str]:
    with serving.serving() as url:
        yield url


@pytest.fixture
def ad(user: Account) -> GenerationId:
    return serving.put(user)


@pytest.fixture
def client(server: str, token: str) -> Iterator[Client]:
    with Client(server, token) as opened:
        yield opened


# --- with the real server ---


def test_files_go_to_the_library_and_into_an_ad(client: Client, user: Account) -> None:
    photo = client.upload("candle.jpg", gifts.photo(), AssetKind.PHOTO)
    logo = client.upload("logo.png", gifts.logo(), AssetKind.LOGO)
    assert (photo.name, photo.width, logo.kind) == ("candle.jpg", 600, AssetKind.LOGO)
    assert [each.id for each in client.assets(kind=AssetKind.PHOTO).assets] == [photo.id]
    brief = BRIEF.model_copy(update={"photos": (photo.id,), "logo": logo.id})
    ad = client.generate(brief).generation_id
    assert generations.get(user.id, ad).brief == brief
    with pytest.raises(InUse):
        client.discard(photo.id)
    client.cancel(ad)
    client.discard(photo.id)
    assert client.assets().total == 1
    with pytest.raises(InvalidInput, match="no picture"):
        client.upload("notes.txt", b"a text", AssetKind.PHOTO)


def test_from_an_account_to_an_ad_and_away(server: str, database: str, tmp_path: Path) -> None:
    with Client(server) as client:
        client.health()
        user_id = client.register("maya", "correct horse battery", "maya@example.com").user_id
        assert client.log_in("maya", "correct horse battery").user.id == user_id
        assert (client.me().email, client.profile().success_rate) == ("maya@example.com", None)
        ad = client.generate(BRIEF).generation_id
        assert client.status(ad).status is Status.PENDING
        with pytest.raises(NotReady):
            client.download(ad, tmp_path / "ad.mp4")
        assert list(tmp_path.glob("*.mp4*")) == []
        again = client.again(ad).generation_id
        assert client.cancel(again).status is Status.CANCELLED
        with pytest.raises(AlreadyFinished):
            client.cancel(again)
        assert client.generations(status=Status.CANCELLED, query="soy", limit=5).generations[0].id == again
        client.delete(again)
        with pytest.raises(NotFound):
            client.status(again)
        client.log_out()
        assert client.token is None


def test_a_finished_ad_is_saved_whole(client: Client, database: str, ad: GenerationId, tmp_path: Path) -> None:
    target = tmp_path / "new" / "ad.mp4"
    client.download(ad, target)
    assert target.read_bytes() == bytes(range(256)) * 1000
    assert [path.name for path in target.parent.iterdir()] == ["ad.mp4"]


def test_what_the_server_refuses_is_our_own_error(client: Client, sqlite_database: str, user: Account) -> None:
    with pytest.raises(NameTaken, match=r"This username is taken\. Please choose another\."):
        client.register("maya", "correct horse battery")
    with pytest.raises(InvalidInput) as refused:
        client.register("m", "correct horse battery")
    assert (refused.value.code_here, type(refused.value)) == ("INVALID_USERNAME", InvalidInput)
    with pytest.raises(NotFound):
        client.status(UNKNOWN)
    with pytest.raises(WrongPassword):
        client.log_in("maya", "wrong")
    assert client.token


def test_a_session_that_has_ended_is_forgotten(client: Client, sqlite_database: str, token: str) -> None:
    accounts.log_out(token)
    with pytest.raises(NotLoggedIn):
        client.me()
    assert client.token is None


def test_a_new_password_keeps_this_client_in(client: Client, sqlite_database: str) -> None:
    client.change_password("correct horse battery", "another long one")
    assert client.me().username == "maya"


def test_wait_tells_every_step(server: str, sqlite_database: str, token: str) -> None:
    steps = iter(
        [
            progress.begin,
            lambda ad: progress.report(ad, 30, "Scene 1"),
            lambda ad: progress.fail(ad, "No."),
        ]
    )
    with Client(server, token, sleep=lambda _: next(steps)(ad)) as client:
        ad = client.generate(BRIEF).generation_id
        seen: list[State] = []
        done = client.wait(ad, seen.append)
    assert [(state.status.value, state.progress) for state in seen] == [
        ("pending", 0), ("processing", 0), ("processing", 30), ("failed", 30),
    ]  # fmt: skip
    assert (done.error, done) == ("No.", seen[-1])


def test_a_storyboard_comes_back_as_it_was(client: Client, sqlite_database: str, ad: GenerationId) -> None:

    with transaction() as session:
        session.get_one(GenerationRow, ad).storyboard = plan(BRIEF).model_dump(mode="json")
    assert client.storyboard(ad) == plan(BRIEF)


# --- waiting ---


def test_wait_outlasts_a_restart(server: str, sqlite_database: str, token: str, ad: GenerationId) -> None:
    waits: list[float] = []

    def back(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 3:
            client._server.http.base_url = server

    with Client("http://127.0.0.1:1", token, sleep=back) as client:
        assert client.wait(ad).status is Status.COMPLETED


def test_wait_gives_up_in_the_end() -> None:
    waits: list[float] = []
    with Client("http://127.0.0.1:1", sleep=waits.append) as client, pytest.raises(Unavailable):
        client.wait(UNKNOWN)
    assert 59 <= sum(waits) <= 61


def test_also_where_the_server_says_how_long_to_wait(
    server: str, sqlite_database: str, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> None:
        raise Unavailable

    waits: list[float] = []
    with Client(server, token, sleep=waits.append) as client:
        ad = client.generate(BRIEF).generation_id
        monkeypatch.setattr(generations, "get", away)
        with pytest.raises(Unavailable):
            client.wait(ad)
    assert Unavailable.retry_after in waits
    assert 59 <= sum(waits) <= 75


def test_the_address_comes_from_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADGEN_API_URL", "http://ads.example:9/")
    settings.cache_clear()
    assert Client().url == "http://ads.example:9"
    monkeypatch.undo()
    settings.cache_clear()
