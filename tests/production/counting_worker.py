"""A worker whose steps are quick, counted, and deadly where the environment says so. Run by the tests, as a program.

COUNTS: file that gets a line `ad step` whenever a step begins.
KILL_AT: `step:when`, once (a file beside COUNTS remembers).
FAIL: the cut fails with this text.
ELSEWHERE: pretend to run on a machine of one's own. SLOW: seconds that the cut takes.
"""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

from adgen_app.production import identity, workspace
from adgen_app.production.steps import check, cut, plan, publish
from adgen_app.services import durations
from adgen_app.studio.cut import OnProgress, Stage
from adgen_app.worker import work

COUNTS = Path(os.environ["COUNTS"])
KILL_AT = os.environ.get("KILL_AT", "")
SLOW = float(os.environ.get("SLOW", "0.1"))


def die(where: str) -> None:
    memory = COUNTS.with_name(f"killed-{where.replace(':', '-')}")
    if where == KILL_AT and not memory.exists():
        memory.touch()
        os.kill(os.getpid(), signal.SIGKILL)


def counted(name: str, act: Callable[..., Any], ad_of: Callable[..., str]) -> Callable[..., Any]:
    def step(*args: object) -> object:
        die(f"{name}:before")
        with COUNTS.open("a") as file:
            file.write(f"{ad_of(*args)} {name}\n")
        result = act(*args)
        die(f"{name}:after")
        return result

    return step


def dying_first(act: Callable[..., None]) -> Callable[..., None]:
    def remove(ad: str) -> None:
        die("tidy:before")
        act(ad)

    return remove


def dying_later(act: Callable[..., None]) -> Callable[..., None]:
    def step_ended(ad: str, step: str, seconds: float) -> None:
        act(ad, step, seconds)
        die(f"{step}:counted")

    return step_ended


def quick_cut(_storyboard: object, target: Path, *, workspace: Path, on_progress: OnProgress, **_: object) -> None:
    if os.environ.get("FAIL"):
        raise ZeroDivisionError(os.environ["FAIL"])
    workspace.mkdir(parents=True, exist_ok=True)
    (workspace / "part").touch()
    for share in range(10):
        on_progress(Stage.FOOTAGE, share / 10)
        die("cut:in")
        time.sleep(SLOW / 10)
    target.write_bytes(b"film")


if __name__ == "__main__":
    cut.cut_film = quick_cut
    cut.thumbnail = lambda _storyboard, target, _media: target.write_bytes(b"picture")
    plan.plan = counted("plan", plan.plan, lambda ad: ad)
    plan.keep = counted("keep", plan.keep, lambda _session, ad, _storyboard: ad)
    cut.cut = counted("cut", cut.cut, lambda ad, _storyboard: ad)
    check.check = counted("check", lambda _ad, _storyboard: None, lambda ad, _storyboard: ad)
    publish.store = counted("store", publish.store, lambda ad, _storyboard: ad)
    publish.complete = counted("complete", publish.complete, lambda _session, ad: ad)
    durations.step_ended = dying_later(durations.step_ended)
    workspace.remove = dying_first(workspace.remove)
    if os.environ.get("ELSEWHERE"):
        mine = uuid4().hex[:8]
        identity.place = lambda: mine
    work()
