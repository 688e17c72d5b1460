"""Where a browser may be led, once it is in."""

import pytest
from fastapi import Response

from adgen_app.config import settings
from adgen_app.session import keep, local


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "\\\\evil.example",
        "///evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        " //evil.example",
        "//[",
        "//[evil.example",
        "javascript:alert(1)",
        "evil.example",
        "/api/browser/logout",
        "/api/docs",
        "",
    ],
)
def test_nobody_is_led_out_of_the_house(elsewhere: str) -> None:
    assert local(elsewhere) == "/create"


@pytest.mark.parametrize("ours", ["/", "/gallery?q=soy+candles&page=2", "/ads/7f0c?x=//evil.example", "/create#main"])
def test_a_page_of_ours_is_where_one_comes_back_to(ours: str) -> None:
    assert local(ours) == ours


@pytest.mark.parametrize(
    ("env", "insecure", "secure"),
    [("development", "false", False), ("production", "false", True), ("production", "true", False)],
)
def test_production_keeps_the_session_for_https_unless_told_otherwise(
    env: str, insecure: str, secure: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADGEN_ENV", env)
    monkeypatch.setenv("SECRET_KEY", "k3Zp0vR7-wq9uYt2Xh5Lb8Nc1Md4Gf6Js")
    monkeypatch.setenv("ADGEN_INSECURE_COOKIES", insecure)
    settings.cache_clear()
    answer = Response()
    keep(answer, "token")
    settings.cache_clear()
    assert ("; Secure" in answer.headers["set-cookie"]) is secure
