"""What is left of ads when processes are killed, paused, gone: everything."""

import signal
import sqlite3
import subprocess
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import make_url

from adgen_app.config import settings
from adgen_app.domain.account import Account
from adgen_app.domain.generation import Generation, Status
from adgen_app.log import bind, unbind
from adgen_app.production import lease
from adgen_app.production.keeper import SUPERSEDED
from adgen_app.services import accounts, figures, generations
from adgen_app.studio.probe import probe
from tests.processes import at_work, gone
from tests.production.workers import BRIEF, Workers

pytestmark = pytest.mark.slow
STARTED = 30
ORDER = ["plan", "keep", "cut", "check", "store", "complete"]
POSITIONS = [
    "plan:before",
    "plan:after",
    "keep:after",
    "cut:in",
    "cut:after",
    "check:after",
    "store:after",
    "complete:after",
]


def status(user: Account, ad: Generation) -> Status:
    return generations.get(user.id, ad.id).status


def test_killed_in_every_step_an_ad_is_completed_once_and_no_finished_step_is_done_again(
    user: Account, workers: Workers, tmp_path: Path
) -> None:
    ad = generations.start(user.id, BRIEF)
    for position in POSITIONS:
        victim = workers.start(KILL_AT=position)
        workers.until(lambda victim=victim: victim.poll() is not None)
        assert victim.poll() == -signal.SIGKILL, position
        assert status(user, ad) in {Status.PENDING, Status.PROCESSING}, position
    survivor = workers.start()
    workers.until(lambda: status(user, ad) is Status.COMPLETED)
    workers.until(lambda: list((tmp_path / "work").iterdir()) == [])
    survivor.terminate()
    assert survivor.wait(10) == 0
    again = Counter(position.split(":")[0] for position in POSITIONS if not position.endswith("before"))
    assert workers.steps(ad.id) == {name: 1 + again[name] for name in ORDER}
    assert accounts.profile(user.id).total_generations == 1
    assert (tmp_path / "media" / "ads" / ad.id / "ad.mp4").read_bytes() == b"film"


def test_killed_when_all_is_done_but_the_job_an_ad_stays_completed_once(
    user: Account, workers: Workers, tmp_path: Path
) -> None:
    ad = generations.start(user.id, BRIEF)
    victim = workers.start(KILL_AT="tidy:before")
    workers.until(lambda: victim.poll() is not None)
    done = generations.get(user.id, ad.id)
    assert done.status is Status.COMPLETED
    workers.start()
    workers.until(lambda: list((tmp_path / "work").iterdir()) == [])
    assert generations.get(user.id, ad.id) == done
    assert workers.steps(ad.id)["complete"] == 1
    assert accounts.profile(user.id).total_generations == 1


@pytest.mark.parametrize(("step", "act"), [("plan", "plan"), ("cut", "cut"), ("publish", "store")])
def test_a_step_that_is_done_again_after_a_crash_counts_once(
    user: Account, workers: Workers, step: str, act: str
) -> None:
    ad = generations.start(user.id, BRIEF)
    victim = workers.start(KILL_AT=f"{step}:counted")
    workers.until(lambda: victim.poll() is not None)
    workers.start()
    workers.until(lambda: status(user, ad) is Status.COMPLETED)
    found = figures.read()
    assert {name: sum(took.buckets.values()) for name, took in found.steps.items()} == dict.fromkeys(
        ("plan", "read", "cut", "check", "publish"), 1
    )
    assert {name: sum(took.buckets.values()) for name, took in found.ads.items()}["completed"] == 1
    assert workers.steps(ad.id)[act] > 1


def test_every_line_about_an_ad_carries_its_ids_in_whichever_process(user: Account, workers: Workers) -> None:
    bind(request_id="from-nginx-1")
    ad = generations.start(user.id, BRIEF)
    unbind()
    strict = {"ADGEN_ENV": "production", "SECRET_KEY": "k3Zp0vR7-wq9uYt2Xh5Lb8Nc1Md4Gf6Js", "LOG_LEVEL": "DEBUG"}
    victim = workers.start(KILL_AT="cut:in", **strict)
    workers.until(lambda: victim.poll() is not None)
    workers.start(**strict)
    workers.until(lambda: status(user, ad) is Status.COMPLETED)
    workers.until(lambda: "ad completed" in workers.log())
    about = [line for line in workers.lines() if ad.id in str(line) and line["level"] != "debug"]
    messages = [line["message"] for line in about]
    assert {"step ended", "ad completed"} <= set(messages)
    ids = ("from-nginx-1", user.id, ad.id)
    assert {(line.get("request_id"), line.get("user_id"), line.get("generation_id")) for line in about} == {ids}


def test_ads_of_a_machine_that_is_gone_for_good_are_taken_over(user: Account, workers: Workers) -> None:
    gone = workers.start(ELSEWHERE="1", SLOW="60")
    ad = generations.start(user.id, BRIEF)
    workers.until(lambda: workers.steps(ad.id)["cut"] == 1)
    others = [workers.start(ELSEWHERE="1"), workers.start(ELSEWHERE="1")]
    workers.until(lambda: workers.log().count("production engine is up") == len(others) + 1)
    gone.kill()
    workers.until(lambda: status(user, ad) is Status.COMPLETED)
    assert workers.steps(ad.id) == {"plan": 1, "keep": 1, "cut": 2, "check": 1, "store": 1, "complete": 1}


def pause(process: subprocess.Popen[bytes]) -> None:
    """Stop it, but not while it holds SQLite's only lock for writing, which nobody else can give back."""
    process.send_signal(signal.SIGSTOP)
    while locked():
        process.send_signal(signal.SIGCONT)
        time.sleep(0.05)
        process.send_signal(signal.SIGSTOP)


def locked() -> bool:
    database = make_url(settings().database)
    if database.get_backend_name() != "sqlite":
        return False
    with closing(sqlite3.connect(str(database.database), timeout=0.2, isolation_level=None)) as connection:
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            return True
    return False


def test_a_paused_process_that_was_taken_for_dead_ends_itself(user: Account, workers: Workers) -> None:
    paused = workers.start(ELSEWHERE="1", SLOW="60")
    ad = generations.start(user.id, BRIEF)
    workers.until(lambda: workers.steps(ad.id)["cut"] == 1)
    pause(paused)
    workers.start(ELSEWHERE="1")
    workers.until(lambda: status(user, ad) is Status.COMPLETED)
    paused.send_signal(signal.SIGCONT)
    assert paused.wait(20) == SUPERSEDED
    assert accounts.profile(user.id).total_generations == 1


def test_a_stopped_worker_leaves_at_once_and_the_next_goes_on(user: Account, workers: Workers) -> None:
    first = workers.start(SLOW="60")
    ad = generations.start(user.id, BRIEF)
    workers.until(lambda: workers.steps(ad.id)["cut"] == 1)
    first.terminate()
    assert first.wait(15) == 0
    assert lease.holders() == []
    assert status(user, ad) is Status.PROCESSING
    workers.start()
    workers.until(lambda: status(user, ad) is Status.COMPLETED)


def test_a_second_worker_beside_a_busy_one_does_not_touch_its_ads(user: Account, workers: Workers) -> None:
    ads = [generations.start(user.id, BRIEF) for _ in range(4)]
    workers.start(SLOW="2", ADGEN_LEASE_SECONDS="30")
    workers.until(lambda: workers.steps(ads[0].id)["cut"] == 1)
    workers.start(SLOW="2", ADGEN_LEASE_SECONDS="30")
    workers.until(lambda: all(status(user, ad) is Status.COMPLETED for ad in ads))
    assert [workers.steps(ad.id)["cut"] for ad in ads] == [1, 1, 1, 1]


@pytest.mark.usefixtures("sqlite_database")
def test_an_ad_that_kills_every_worker_fails_with_a_sentence(user: Account, workers: Workers, tmp_path: Path) -> None:
    ad = generations.start(user.id, BRIEF)
    for _ in range(8):
        for memory in tmp_path.glob("killed-*"):
            memory.unlink()
        worker = workers.start(KILL_AT="cut:in")
        workers.until(lambda worker=worker: worker.poll() is not None or status(user, ad) is Status.FAILED)
        if status(user, ad) is Status.FAILED:
            break
    failed = generations.get(user.id, ad.id)
    assert failed.status is Status.FAILED
    assert "try again" in (failed.error_message or "")


def test_a_real_film_survives_a_kill_finished_parts_are_kept_and_no_drawing_process_is_left(
    user: Account, workers: Workers, tmp_path: Path
) -> None:
    ad = generations.start(user.id, BRIEF)
    parts = tmp_path / "work" / ad.id / "parts"
    victim = workers.start(program="-m adgen_app.worker")
    workers.until(lambda: len(list(parts.glob("*.mp4"))) > 1)
    drawing = at_work(victim.pid)
    assert drawing
    victim.kill()
    victim.wait()
    made = {part: part.stat().st_mtime_ns for part in parts.glob("*.mp4")}
    assert gone(drawing, seconds=20)
    workers.start(program="-m adgen_app.worker")
    workers.until(lambda: set(made) < set(parts.glob("*.mp4")))
    assert {part: part.stat().st_mtime_ns for part in made} == made
    workers.until(lambda: status(user, ad) is Status.COMPLETED, seconds=120)
    media = probe(tmp_path / "media" / "ads" / ad.id / "ad.mp4")
    assert (media.width, media.height, media.frames) == (1080, 1920, 450)


def test_cancelled_in_the_cut_of_a_real_film_nothing_is_left_and_nothing_is_an_error(
    sqlite_database: str, user: Account, workers: Workers, tmp_path: Path
) -> None:
    worker = workers.start(program="-m adgen_app.worker")
    ad = generations.start(user.id, BRIEF)
    workers.until(lambda: generations.get(user.id, ad.id).progress >= STARTED and at_work(worker.pid) != set())
    drawing = at_work(worker.pid)
    generations.cancel(user.id, ad.id)
    assert gone(drawing, seconds=20)
    workers.until(lambda: list((tmp_path / "work").iterdir()) == [], seconds=20)
    assert status(user, ad) is Status.CANCELLED
    assert [path for path in (tmp_path / "media").rglob("*") if path.is_file()] == []
    worker.terminate()
    assert worker.wait(30) == 0
    assert "Traceback" not in workers.log()
