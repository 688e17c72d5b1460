"""Where a browser may be led, once it is in."""

import pytest

from adgen_app.session import local


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
