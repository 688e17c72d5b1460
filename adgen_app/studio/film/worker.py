"""A worker process: draws and encodes the chunks that it is told to.

Spoken to in lines of JSON: a storyboard comes first, then jobs; an answer goes out for every few frames and every job.
Started as a program of its own, so that the caller's main module is never imported a second time.
"""

import ctypes
import json
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import cv2

from adgen_app.domain.storyboard import Storyboard
from adgen_app.studio.audio.bed import bed
from adgen_app.studio.film.encode import encode
from adgen_app.studio.frame import draw
from adgen_app.studio.look.backdrop import Frame

_PR_SET_PDEATHSIG = 1
_EVERY = 6
"""Frames between two answers."""


def main() -> None:
    """Work until the input ends."""
    _die_with(int(sys.argv[1]))
    cv2.setNumThreads(1)
    storyboard = Storyboard.model_validate_json(sys.stdin.readline())
    for line in sys.stdin:
        job = json.loads(line)
        target = Path(job["target"])
        if job["kind"] == "sound":
            bed(storyboard, target)
        else:
            first, last = job["first"], job["last"]
            encode(_frames(storyboard, first, last), storyboard.aspect_ratio.size, target)
        _say({"done": job["number"]})


def _frames(storyboard: Storyboard, first: int, last: int) -> Iterator[Frame]:
    for number in range(first, last):
        yield draw(storyboard, number)
        if (number - first + 1) % _EVERY == 0:
            _say({"drawn": _EVERY})
    if (last - first) % _EVERY:
        _say({"drawn": (last - first) % _EVERY})


def _say(answer: dict[str, int]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def _die_with(parent: int) -> None:
    """Ask the kernel to end this process with the one that started it; leave at once if that is gone already."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        sys.exit(1)


if __name__ == "__main__":
    main()
