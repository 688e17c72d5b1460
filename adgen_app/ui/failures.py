"""What a user is told when an event fails."""

import reflex as rx
from reflex.event import EventSpec

from adgen_app.errors import AdGenError
from adgen_app.log import logger
from adgen_app.ui.state import LoginNeeded


def on_backend_error(exception: Exception) -> EventSpec | None:
    """Send an ended session to the login page; say what our errors say; log the rest and say no more than sorry."""
    if isinstance(exception, LoginNeeded):
        return rx.redirect(exception.login_page)
    if isinstance(exception, AdGenError):
        return rx.toast.error(str(exception))
    logger.error("an event failed", exc_info=exception)
    return rx.toast.error(AdGenError.sentence)
