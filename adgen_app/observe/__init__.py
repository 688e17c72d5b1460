"""What others may watch AdGen by: metrics, traces, reports of errors; each costs nothing until it is switched on."""

import atexit

from adgen_app.config import Settings
from adgen_app.observe import errors, traces


def switch_on(settings: Settings) -> None:
    """Start what is configured, after the log; it ends with the process."""
    traces.switch_on(settings)
    errors.switch_on(settings)
    atexit.register(switch_off)


def switch_off() -> None:
    """Send what is still waiting to be sent; again is harmless."""
    traces.switch_off()
    errors.switch_off()
