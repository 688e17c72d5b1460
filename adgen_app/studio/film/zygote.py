"""A program that has loaded what workers need and is forked into one whenever it is asked to, in milliseconds.

What it has loaded is in memory once, however many there are. It ends with the process that started it, or when nobody
has asked for long; workers end with it.
"""

import gc
import os
import signal
import socket
import sys
from collections.abc import Sequence

import cv2

from adgen_app.studio.film import pictures, sound
from adgen_app.studio.film.orders import Craft, Work, follow

_WORKS: dict[Craft, Work] = {Craft.PICTURES: pictures.make, Craft.SOUND: sound.make}
_IDLE_SECONDS = 600.0
_LONGEST = 64
"""Bytes of a request, at most."""
_STREAMS = 3


def serve(requests: socket.socket) -> None:
    """Each request names a craft and brings the worker's standard streams; the answer is its process number."""
    requests.settimeout(_IDLE_SECONDS)
    while True:
        try:
            craft, streams, _, _ = socket.recv_fds(requests, _LONGEST, _STREAMS)
        except TimeoutError:
            return
        if not craft:
            return
        here, worker = os.getpid(), os.fork()
        if not worker:
            requests.close()
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            _become(streams)
            follow(_WORKS[Craft(craft.decode())], here)
            return
        for stream in streams:
            os.close(stream)
        requests.send(str(worker).encode())


def _become(streams: Sequence[int]) -> None:
    """Take these for standard input, output and error."""
    for stream, standard in zip(streams, range(_STREAMS), strict=True):
        os.dup2(stream, standard)
        os.close(stream)


if __name__ == "__main__":
    cv2.setNumThreads(1)
    gc.freeze()  # what is loaded stays: workers share it for longer, and look through less
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # workers that have ended leave nothing behind
    serve(socket.socket(fileno=os.dup(sys.stdin.fileno())))
