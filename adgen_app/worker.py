"""Runs the production engine alone, as many processes on as many machines as you like."""

import os
import signal
from threading import Event
from types import FrameType

from adgen_app import storage
from adgen_app.config import settings
from adgen_app.db.engine import required
from adgen_app.log import configure
from adgen_app.observe import switch_off, switch_on
from adgen_app.production.engine import Engine


def work() -> None:
    """Make ads until told to stop by a signal. Raises Unavailable without a database or a storage."""
    configure(settings())
    switch_on(settings())
    told = Event()

    def stop(_number: int, _frame: FrameType | None) -> None:
        told.set()

    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        if signal.getsignal(number) is not signal.SIG_IGN:  # nohup has its reasons
            signal.signal(number, stop)
    engine = Engine()
    storage.check()
    with required():
        engine.start()
    told.wait()
    engine.stop()
    switch_off()
    os._exit(0)  # what still hangs in a thread belongs to the next engine


if __name__ == "__main__":
    work()
