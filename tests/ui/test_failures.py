"""What somebody is told when an event fails."""

import logging

import pytest

from adgen_app.errors import AdGenError, NotFound, TooMany
from adgen_app.ui.failures import on_backend_error
from adgen_app.ui.state import LoginNeeded
from tests.ui.tabs import led_to


def test_an_ended_session_leads_to_the_login_page_and_back() -> None:
    assert (
        led_to([on_backend_error(LoginNeeded("/gallery?q=soy+candles"))])
        == "/login?next=%2Fgallery%3Fq%3Dsoy%2Bcandles"
    )


@pytest.mark.parametrize("error", [NotFound(), TooMany(retry_after=5), AdGenError("The studio is closed.")])
def test_our_own_errors_say_their_sentence(error: AdGenError) -> None:
    assert str(error) in repr(on_backend_error(error))


def test_other_errors_are_logged_and_not_told(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, logger="adgen"):
        told = repr(on_backend_error(ZeroDivisionError("secret detail")))
    assert AdGenError.sentence in told
    assert "secret detail" not in told
