"""The README's commands, typed as they are written there."""

import os
import re
import signal
import subprocess
from pathlib import Path

import av
import pytest

from adgen_app.cli import COMMANDS
from adgen_app.config import ROOT
from tests import gifts

pytestmark = pytest.mark.slow
README = (ROOT / "README.md").read_text("utf-8")
LINES = [re.findall(r"^(\./adgen [^#]+)|`(\./adgen [^`]+)`", line) for line in README.splitlines()]
TYPED = [[(block or inline).strip() for block, inline in line] for line in LINES if line]
"""The commands of each line, in their order."""
MAKING = [line for line in TYPED if line[0].split()[1] in {"create", "storyboard"}]
PROMPT = "Cork yoga mats that grip when wet, from a workshop in Porto. Free shipping."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where somebody types: the launcher, a photo, a logo, a song."""
    folder = tmp_path
    (folder / "adgen").symlink_to(ROOT / "adgen")
    (folder / "product.jpg").write_bytes(gifts.photo())
    (folder / "logo.png").write_bytes(gifts.logo())
    (folder / "song.mp3").write_bytes(gifts.track())
    (folder / "me.wav").write_bytes(gifts.track())
    return folder


def typed(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"ADGEN_DATA_DIR": str(folder / "data")}
    return subprocess.run(
        ["sh", "-c", command.replace('"..."', f'"{PROMPT}"')], cwd=folder, env=environment,
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_the_readme_names_what_there_is() -> None:
    named = {command.split()[1] for line in TYPED for command in line}
    assert named <= {*COMMANDS, "test"}
    assert {"serve", "create", "storyboard", "cut", "doctor", "test", "bench", "worker"} <= named


@pytest.mark.parametrize("line", MAKING, ids="; ".join)
def test_a_line_makes_what_it_promises(line: list[str], folder: Path) -> None:
    for command in line:
        done = typed(command, folder)
        assert (done.returncode, done.stderr) == (0, "")
    command = line[-1]
    if " -o ad.mp4" in command:
        with av.open(str(folder / "ad.mp4")) as ad:
            assert ad.streams.video[0].frames == (900 if "--duration 30" in command else 450)
    for option, endings in {"--captions": (".srt", ".vtt"), "--preview": (".webp",)}.items():
        assert all((folder / f"ad{ending}").exists() for ending in endings if option in command)


def test_doctor_finds_nothing_missing(folder: Path) -> None:
    assert typed("./adgen doctor", folder).returncode == 0


def test_serve_prints_an_address(folder: Path) -> None:
    environment = os.environ | {"ADGEN_DATA_DIR": str(folder / "data")}
    with subprocess.Popen(
        ["./adgen", "serve", "--port", "18000"], cwd=folder, env=environment, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        assert any(line.startswith("AdGen is ready at http://127.0.0.1:18000") for line in server.stdout)
        server.send_signal(signal.SIGINT)
    assert server.returncode == 0
