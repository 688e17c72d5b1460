import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlmodel import select

from adgen_app.commands.giving import named, taken_in
from adgen_app.config import ROOT
from adgen_app.db.engine import reading
from adgen_app.db.models import AssetRow, GenerationRow
from adgen_app.domain.storyboard import Storyboard
from adgen_app.errors import InvalidInput
from tests import gifts
from tests.api import serving
from tests.commands.test_ordering import made_by

PROMPT = "Oat soap that calms dry skin"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "soap.jpg").write_bytes(gifts.photo("#1E8449"))
    (tmp_path / "logo.png").write_bytes(gifts.logo("#D7263D"))
    (tmp_path / "song.wav").write_bytes(gifts.track(20))
    (tmp_path / "me.wav").write_bytes(gifts.voice((0.5, 6.5), (7.5, 15.5), seconds=16))
    (tmp_path / "notes.txt").write_text("a text")
    return tmp_path


def adgen(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-P", "-m", "adgen_app.cli", *arguments],
        cwd=cwd, env={"PYTHONPATH": str(ROOT), "HOME": str(cwd), "ADGEN_ENV_FILE": os.devnull, **environment},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_files_are_taken_in_by_content(folder: Path) -> None:
    soap = folder / "soap.jpg"
    given = taken_in(named([soap, soap], folder / "logo.png", folder / "song.wav"), folder / "media")
    assert given.logo
    assert given.track
    assert len(given.photos) == 1
    assert {file.name for file in (folder / "media").iterdir()} == {*given.photos, given.logo, given.track}
    assert given.colours[0].startswith("#D")
    assert taken_in(named([soap], None, None), folder / "media").photos == given.photos


def test_a_voice_comes_with_the_times_of_its_words(folder: Path) -> None:
    given = taken_in(named(None, voice=folder / "me.wav"), folder / "media", "Fresh soap. Made of oats.")
    assert given.voice
    assert (folder / "media" / given.voice.voice).is_file()
    assert given.voice.seconds == pytest.approx(16, abs=0.1)
    assert [round(word.start, 1) for word in given.voice.words if word.text in {"Fresh", "Made"}] == [0.5, 7.5]
    mute = taken_in(named(None, voice=folder / "me.wav"), folder / "media").voice
    assert mute == given.voice.model_copy(update={"text": "", "words": ()})


def test_what_can_not_be_used_is_named(folder: Path) -> None:
    with pytest.raises(InvalidInput, match=r"notes.txt: .*no picture"):
        taken_in(named([folder / "notes.txt"], None, None), folder / "media")
    with pytest.raises(InvalidInput, match=r"none.jpg can't be read: No such file"):
        taken_in(named([folder / "none.jpg"], None, None), folder / "media")
    with pytest.raises(InvalidInput, match=r"notes.txt: .*no sound that we can read"):
        taken_in(named(None, voice=folder / "notes.txt"), folder / "media")
    with pytest.raises(InvalidInput, match="up to 5 photos"):
        named([folder / "soap.jpg"] * 6, None, None)


@pytest.mark.slow
def test_an_ad_is_made_with_files(folder: Path) -> None:
    done = adgen(
        "create", PROMPT, "--aspect", "1:1", "--photo", "soap.jpg", "--logo", "logo.png", "--track", "song.wav",
        "--voice", "me.wav", "--voice-text", "Fresh soap. Made of oats.", "--captions", "--json", cwd=folder,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    storyboard = Storyboard.model_validate(json.loads(done.stdout)["storyboard"])
    assert len(storyboard.media) == 4
    assert "Fresh soap." in (folder / "ad.srt").read_text()
    assert "The voice is 1.0 s longer than the ad" in done.stderr
    assert (folder / "ad.mp4").stat().st_size > 100_000


@pytest.mark.slow
def test_a_storyboard_with_files_is_printed_and_cut(folder: Path) -> None:
    printed = adgen("storyboard", PROMPT, "--aspect", "1:1", "--photo", "soap.jpg", "--media", "files", cwd=folder)
    assert printed.returncode == 0, printed.stderr
    (folder / "plan.json").write_text(printed.stdout)
    without = adgen("cut", "plan.json", cwd=folder)
    assert without.returncode == 1
    assert "photos" in without.stderr
    done = adgen("cut", "plan.json", "--media", "files", cwd=folder)
    assert done.returncode == 0, done.stderr


def test_words_without_a_voice_are_refused(folder: Path) -> None:
    done = adgen("storyboard", PROMPT, "--voice-text", "Fresh soap.", cwd=folder)
    sentence = "adgen: --voice-text is what is said in a recording: name that with --voice.\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", sentence)


def test_what_a_server_can_not_use_is_named_too(sqlite_database: str, token: str, folder: Path) -> None:
    with serving.serving() as url:
        ran = adgen("create", PROMPT, "--server", url, "--photo", "notes.txt", cwd=folder, ADGEN_TOKEN=token)
    assert ran.returncode == 2
    assert ran.stderr.startswith("adgen: notes.txt: ")


def test_a_server_gets_the_files(sqlite_database: str, token: str, folder: Path) -> None:
    with serving.serving() as url:
        production = made_by("make")
        ran = adgen(
            "create",
            PROMPT,
            "--server",
            url,
            "--photo",
            "soap.jpg",
            "--logo",
            "logo.png",
            cwd=folder,
            ADGEN_TOKEN=token,
        )
        production.join()
    assert ran.returncode == 0, ran.stderr
    with reading() as session:
        (brief,) = session.exec(select(GenerationRow.brief))
        kinds = {row.id: row.kind for row in session.exec(select(AssetRow))}
    assert kinds == {brief["photos"][0]: "photo", brief["logo"]: "logo"}
