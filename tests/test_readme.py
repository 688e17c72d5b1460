"""The README's commands, typed as they are written there."""

import os
import re
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import av
import pytest

from adgen_app.cli import COMMANDS
from adgen_app.config import ROOT
from tests import gifts

pytestmark = pytest.mark.slow
README = (ROOT / "README.md").read_text("utf-8")
WRITTEN = re.findall(r"^(\./adgen .+)$|`(\./adgen [^`]+)`", README, re.MULTILINE)
TYPED = [(block or inline).split("  #")[0].strip() for block, inline in WRITTEN]
MAKING = [command for command in TYPED if command.split()[1] in {"create", "storyboard", "cut"}]
PROMPT = "Cork yoga mats that grip when wet, from a workshop in Porto. Free shipping."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where somebody types: the launcher, a photo, a logo, a song."""
    folder = tmp_path_factory.mktemp("readme")
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
    named = {command.split()[1] for command in TYPED}
    assert named <= {*COMMANDS, "test"}
    assert {"serve", "create", "storyboard", "cut", "doctor", "test", "bench", "worker"} <= named


@pytest.mark.xdist_group("readme")
@pytest.mark.parametrize("command", MAKING)
def test_a_command_makes_what_it_promises(command: str, folder: Path) -> None:
    done = typed(command, folder)
    assert (done.returncode, done.stderr) == (0, "")
    if " -o ad.mp4" in command:
        with av.open(str(folder / "ad.mp4")) as ad:
            assert ad.streams.video[0].frames == (900 if "--duration 30" in command else 450)
    for option, endings in {"--captions": (".srt", ".vtt"), "--preview": (".webp",)}.items():
        assert all((folder / f"ad{ending}").exists() for ending in endings if option in command)


@pytest.mark.xdist_group("readme")
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
