import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import av
import pytest
from PIL import Image

from adgen_app.config import ROOT
from adgen_app.domain.storyboard import Storyboard
from tests.processes import HEARING


def adgen(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-P", "-m", "adgen_app.cli", *arguments],
        cwd=cwd, env={"PYTHONPATH": str(ROOT), "HOME": str(cwd)}, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.slow
def test_json_is_one_object_that_says_what_was_made(tmp_path: Path) -> None:
    done = adgen(
        "create", "Oat soap that calms dry skin", "--json", "--aspect", "1:1", "--framework", "PAS",
        "--captions", "--preview", cwd=tmp_path
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    made = json.loads(done.stdout)
    assert made.keys() == {"path", "seconds", "cost", "storyboard"}
    assert made["path"] == str(tmp_path / "ad.mp4")
    assert made["seconds"] > 0
    assert made["cost"] == 0
    assert Storyboard.model_validate(made["storyboard"]).framework == "PAS"
    with av.open(made["path"]) as ad:
        picture, sound = ad.streams.video[0], ad.streams.audio[0]
        assert (picture.width, picture.height, picture.codec_context.name) == (1080, 1080, "h264")
        assert sound.codec_context.name == "aac"
        assert picture.frames == 15 * 30
    assert {file.name for file in tmp_path.glob("ad.*")} == {"ad.mp4", "ad.srt", "ad.vtt", "ad.webp"}
    with Image.open(tmp_path / "ad.webp") as moving:
        assert (moving.size, getattr(moving, "is_animated", False)) == ((360, 360), True)


@pytest.mark.slow
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_whoever_stops_it_finds_nothing_left_behind(how: signal.Signals, tmp_path: Path) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    with subprocess.Popen(
        [*HEARING, sys.executable, "-P", "-m", "adgen_app.cli", "create", "Oat soap that calms dry skin"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "HOME": str(tmp_path), "TMPDIR": str(scratch)},
        stderr=subprocess.PIPE,
        text=True,
    ) as making:
        end = time.monotonic() + 30
        while not list(scratch.glob("adgen-*/*.part")):
            assert making.poll() is None
            assert time.monotonic() < end, "nothing was drawn"
            time.sleep(0.02)
        making.send_signal(how)
        _, said = making.communicate(timeout=20)
    assert making.returncode == (130 if how is signal.SIGINT else 128 + how)
    assert "Traceback" not in said
    assert list(scratch.iterdir()) == []
    assert list(tmp_path.glob("*.mp4")) == []


@pytest.mark.slow
def test_storyboard_can_be_printed_changed_and_cut(tmp_path: Path) -> None:
    printed = adgen("storyboard", "Oat soap that calms dry skin", "--aspect", "1:1", cwd=tmp_path)
    plan = json.loads(printed.stdout)
    plan["call_to_action"] = "Come and smell it"
    (tmp_path / "plan.json").write_text(json.dumps(plan))
    longest = f"{'x' * 251}.mp4"
    done = adgen("cut", "plan.json", "-o", f"made/{longest}", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"made/{longest}: made in ")
    assert (tmp_path / "made" / longest).stat().st_size > 100_000
    assert [file.name for file in (tmp_path / "made").iterdir()] == [longest]
