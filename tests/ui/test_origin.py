from pathlib import Path
from secrets import token_urlsafe

import pytest
from reflex.config import get_config

from adgen_app.config import Settings
from adgen_app.ui import origin
from adgen_app.ui.origin import OneOrigin, may_connect

BUILT = (
    'var e={PING:`http://localhost:8000/ping`,EVENT:"ws://localhost:8000/_event",TRANSPORT:`websocket`};export{e as t};'
)


@pytest.fixture
def chunk(tmp_path: Path) -> Path:
    file = tmp_path / "assets" / "reflex-env-BVGF6eGS.js"
    file.parent.mkdir()
    file.write_text(BUILT)
    return file


def test_build_uses_the_address_that_the_browser_sees(chunk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(get_config(), "api_url", "http://localhost:8000")
    OneOrigin().post_build(static_dir=chunk.parent.parent)
    assert chunk.read_text() == (
        'var e={PING:location.origin+"/ping",EVENT:location.origin.replace("http","ws")+"/_event",'
        "TRANSPORT:`websocket`};export{e as t};"
    )


def test_build_for_another_host_is_left_alone(chunk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(get_config(), "api_url", "https://api.example.com")
    OneOrigin().post_build(static_dir=chunk.parent.parent)
    assert chunk.read_text() == BUILT


def test_build_that_names_no_address_is_an_error(chunk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(get_config(), "api_url", "http://localhost:9999")
    with pytest.raises(ValueError, match="does not name http://localhost:9999"):
        OneOrigin().post_build(static_dir=chunk.parent.parent)


def test_development_server_passes_the_api_on_once() -> None:
    plain = "export default {\n  server: {\n    port: process.env.PORT,\n  },\n};\n"
    once = origin._with_proxy(plain)
    assert '    proxy: {"/api": {target: "http://127.0.0.1:' in once
    assert origin._with_proxy(once) == once


@pytest.mark.parametrize(
    ("page", "asked", "environment", "answer"),
    [
        ("http://127.0.0.1:8000", "127.0.0.1:8000", "production", True),
        ("https://ads.example.com", "ads.example.com", "production", True),
        ("https://evil.example.com", "ads.example.com", "production", False),
        ("http://ads.example.com:81", "ads.example.com", "production", False),
        ("https://partner.example.com", "ads.example.com", "production", True),
        ("http://localhost:3000", "localhost:8000", "development", True),
        ("http://localhost:3000", "localhost:8000", "production", False),
        ("null", "ads.example.com", "development", False),
    ],
)
def test_who_may_open_a_websocket(
    page: str, asked: str, environment: str, answer: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = {"ADGEN_ENV": environment, "SECRET_KEY": token_urlsafe(48), "CORS_ORIGINS": "https://partner.example.com"}
    chosen = Settings.model_validate(given)
    monkeypatch.setattr(origin, "settings", lambda: chosen)
    assert may_connect(page, {"HTTP_HOST": asked}) is answer
