"""Reports of errors; without an address for them there are none, and Sentry is not even imported."""

import logging
from importlib import import_module

from adgen_app.config import Settings


def switch_on(settings: Settings) -> None:
    """Report what is logged as an error from here on, if an address is configured; after the log is."""
    if settings.sentry_dsn:
        reporter: logging.Handler = import_module("adgen_app.observe.sentry").Reporter(settings)
        logging.getLogger().addHandler(reporter)


def switch_off() -> None:
    """Send what is waiting, then nothing more."""
    root = logging.getLogger()
    for handler in [each for each in root.handlers if each.__module__ == "adgen_app.observe.sentry"]:
        root.removeHandler(handler)
        handler.close()
