"""What a worker process is told, and what it answers, in lines of JSON."""

import ctypes
import json
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from adgen_app.domain.storyboard import Storyboard

_PR_SET_PDEATHSIG = 1


class Craft(StrEnum):
    """What a worker does."""

    PICTURES = "pictures"
    SOUND = "sound"


@dataclass(frozen=True, slots=True)
class Job:
    """A part of an ad to be made: some of its frames, or its sound."""

    craft: Craft
    target: str
    first: int = 0
    last: int = 0
    media: str | None = None
    """The folder with the files that the storyboard names."""

    @property
    def frames(self) -> int:
        """How many are to be drawn."""
        return self.last - self.first


Work = Callable[[Storyboard, Job], None]


def follow(work: Work, parent: int) -> None:
    """Do as standard input says until it ends: a storyboard comes first, then jobs. Ends with its parent."""
    _die_with(parent)
    storyboard = Storyboard.model_validate_json(sys.stdin.readline())
    for line in sys.stdin:
        work(storyboard, Job(**json.loads(line)))
        _say({"done": 1})


def drawn(frames: int) -> None:
    """Tell that so many frames more are drawn."""
    _say({"drawn": frames})


def _say(answer: dict[str, int]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def _die_with(parent: int) -> None:
    """Ask the kernel to end this process with the one it comes from; leave at once if that is gone already."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        sys.exit(1)
