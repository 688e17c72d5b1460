"""How a production process lets go of what it is doing when it is told to stop."""

from threading import Event

_stop = Event()


class Interrupted(BaseException):
    """This process is going away: the ad stays as it is, and whoever comes next takes it up.

    No `Exception`, so that nothing on the way records it as the ad's failure.
    """


def begin() -> None:
    """Ask every step of this process to let go at its next word of progress."""
    _stop.set()


def end() -> None:
    """This process makes ads again."""
    _stop.clear()


def check() -> None:
    """Raise Interrupted if this process is going away."""
    if _stop.is_set():
        raise Interrupted
