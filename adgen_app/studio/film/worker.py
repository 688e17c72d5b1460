"""A worker process, seen by the one that asked for it."""

import json
import os
import signal
from contextlib import suppress
from typing import IO

from adgen_app.studio.film import nursery
from adgen_app.studio.film.orders import Craft

_CHUNK = 65536


class Worker:
    """Talks to one process in lines of JSON."""

    def __init__(self, craft: Craft, words: IO[str]) -> None:
        """Start it; its last words go to `words`. Raises OSError."""
        self.craft = craft
        self._heard = b""
        its_ears, self._mouth = os.pipe()
        self._ears, its_mouth = os.pipe()
        self._alive = True
        try:
            self._number = nursery.fork(craft, (its_ears, its_mouth, words.fileno()))
        except OSError:
            self._hang_up()
            raise
        finally:
            os.close(its_ears)
            os.close(its_mouth)

    def fileno(self) -> int:
        """What to wait on for its answers."""
        return self._ears

    def tell(self, line: str) -> None:
        """Give it a line; if it has ended, `answers` will notice."""
        with suppress(BrokenPipeError):
            rest = line.encode() + b"\n"
            while rest:
                rest = rest[os.write(self._mouth, rest) :]

    def answers(self) -> list[dict[str, int]] | None:
        """What it has said by now; None when it has ended."""
        said = os.read(self._ears, _CHUNK)
        self._alive = bool(said)
        *lines, self._heard = (self._heard + said).split(b"\n")
        return [json.loads(line) for line in lines] if said else None

    def end(self) -> None:
        """End it, whatever it is doing, and its memory with it."""
        if self._alive:
            with suppress(ProcessLookupError):
                os.kill(self._number, signal.SIGKILL)
            while os.read(self._ears, _CHUNK):
                pass  # its end of the pipe closes when it is gone
        self._hang_up()

    def _hang_up(self) -> None:
        os.close(self._mouth)
        os.close(self._ears)
