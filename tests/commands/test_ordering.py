import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from sqlmodel import select

from adgen_app.config import ROOT, settings
from adgen_app.db.engine import transaction
from adgen_app.db.models import GenerationRow
from adgen_app.domain.account import Account
from adgen_app.domain.brief import Brief
from adgen_app.domain.generation import GenerationId
from adgen_app.planning.writer import plan
from adgen_app.services import progress
from tests.api import serving
from tests.processes import HEARING

PROMPT = "Soy candles that smell of forest"


def made_by(act: str) -> threading.Thread:
    """Stands for production: waits for the ad and ends it."""

    def make() -> None:
        ad = None
        while ad is None:
            time.sleep(0.05)
            with transaction() as session:
                ad = session.exec(select(GenerationRow.id)).first()
        if act == "fail":
            progress.fail(GenerationId(ad), "The studio is closed.")
            return
        with transaction() as session:
            row = session.get_one(GenerationRow, ad)
            serving.finish(row, settings().data_dir / "source")
            row.status = "completed"
            row.storyboard = plan(Brief(prompt=PROMPT)).model_dump(mode="json")

    thread = threading.Thread(target=make)
    thread.start()
    return thread


def create(url: str, folder: Path, typed: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-P", "-m", "adgen_app.cli", "create", PROMPT, "--server", url, "--json"],
        cwd=folder, env={"PYTHONPATH": str(ROOT), "HOME": str(folder), "ADGEN_ENV_FILE": os.devnull, **environment},
        input=typed, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_an_ad_is_made_over_there_and_saved_here(sqlite_database: str, token: str, tmp_path: Path) -> None:
    with serving.serving() as url:
        production = made_by("make")
        ran = create(url, tmp_path, ADGEN_TOKEN=token)
        production.join()
    assert ran.returncode == 0, ran.stderr
    made = json.loads(ran.stdout)
    assert (made["path"], made["cost"]) == (str(tmp_path / "ad.mp4"), 0.25)
    assert made["storyboard"] == plan(Brief(prompt=PROMPT)).model_dump(mode="json")
    assert (tmp_path / "ad.mp4").read_bytes() == serving.VIDEO


def test_without_a_token_it_asks_who_is_there(
    sqlite_database: str, user: Account, password: str, tmp_path: Path
) -> None:
    with serving.serving() as url:
        production = made_by("make")
        ran = create(url, tmp_path, f"maya\n{password}\n")
        production.join()
    assert ran.returncode == 0, ran.stderr
    assert "Username:" in ran.stderr
    assert password not in ran.stdout + ran.stderr
    assert json.loads(ran.stdout)["cost"] == 0.25


def test_what_the_server_could_not_make_is_told(sqlite_database: str, token: str, tmp_path: Path) -> None:
    with serving.serving() as url:
        production = made_by("fail")
        ran = create(url, tmp_path, ADGEN_TOKEN=token)
        production.join()
    assert (ran.returncode, ran.stdout, ran.stderr) == (1, "", "adgen: The studio is closed.\n")
    assert not (tmp_path / "ad.mp4").exists()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_whoever_stops_waiting_cancels_the_ad(
    how: signal.Signals, sqlite_database: str, token: str, tmp_path: Path
) -> None:
    def ads() -> list[str]:
        with transaction() as session:
            return list(session.exec(select(GenerationRow.status)).all())

    with serving.serving() as url, subprocess.Popen(
        [*HEARING, sys.executable, "-P", "-m", "adgen_app.cli", "create", PROMPT, "--server", url],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "HOME": str(tmp_path), "ADGEN_ENV_FILE": os.devnull, "ADGEN_TOKEN": token},
        stderr=subprocess.PIPE, text=True,
    ) as waiting:  # fmt: skip
        while not ads():
            assert waiting.poll() is None
            time.sleep(0.05)
        time.sleep(1)
        waiting.send_signal(how)
        _, said = waiting.communicate(timeout=20)
    assert ads() == ["cancelled"]
    assert "The ad is cancelled on the server, too." in said
    assert waiting.returncode == (130 if how is signal.SIGINT else 128 + how)


def test_a_server_that_is_not_there_is_named(tmp_path: Path) -> None:
    ran = create("http://127.0.0.1:1", tmp_path, ADGEN_TOKEN="x")
    assert (ran.returncode, ran.stderr) == (1, "adgen: No AdGen server answers at http://127.0.0.1:1.\n")


def test_nobody_types_a_password_for_a_server_that_is_not_there(tmp_path: Path) -> None:
    ran = create("http://127.0.0.1:1", tmp_path, "maya\nsecret\n")
    assert ran.returncode == 1
    assert "No AdGen server answers at http://127.0.0.1:1." in ran.stderr
    assert "Username:" not in ran.stderr


def test_a_token_that_has_ended_is_named(sqlite_database: str, tmp_path: Path) -> None:
    with serving.serving() as url:
        ran = create(url, tmp_path, ADGEN_TOKEN="ended")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "does not take ADGEN_TOKEN" in ran.stderr


def test_nothing_is_ordered_that_could_not_be_saved(sqlite_database: str, token: str, tmp_path: Path) -> None:
    (tmp_path / "ad.mp4").mkdir()
    with serving.serving() as url:
        ran = create(url, tmp_path, ADGEN_TOKEN=token)
    with transaction() as session:
        assert session.exec(select(GenerationRow.id)).all() == []
    assert (ran.returncode, ran.stderr) == (2, "adgen: ad.mp4 is a folder; name a file.\n")
