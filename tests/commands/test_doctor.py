import subprocess
import sys
from pathlib import Path

import pytest

from adgen_app.config import ROOT


def examine(folder: Path, **given: str) -> tuple[dict[str, str], int]:
    """What it says of each part, and how it ends."""
    environment = {"PYTHONPATH": str(ROOT), "COLUMNS": "400", "ADGEN_DATA_DIR": str(folder), "PATH": "/usr/bin"} | given
    done = subprocess.run(
        [sys.executable, "-P", "-m", "adgen_app.cli", "doctor"],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    lines = (line.split(maxsplit=1) for line in done.stdout.splitlines())
    return {part: said.strip() for part, said in lines}, done.returncode


@pytest.mark.slow
def test_fresh_machine_lacks_nothing(tmp_path: Path) -> None:
    said, code = examine(tmp_path / "data")
    assert code == 0
    assert said["Studio"].startswith("fine")
    assert f"{tmp_path}/data" in said["Data"]
    assert "is empty or old; `./adgen serve` brings it up to date" in said["Database"]
    assert said["Redis"].startswith("fine")
    assert said["Secret"].startswith("note")
    assert "production keeps them for HTTPS" in said["Sessions"]


@pytest.mark.slow
def test_what_is_missing_is_named_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file, not a folder")
    said, code = examine(
        tmp_path / "data",
        DATABASE_URL="postgresql://adgen:hunter2@127.0.0.1:1/adgen",
        STORAGE_URL="nonsense://bucket",
        REDIS_URL="redis://:hunter2@127.0.0.1:1",
        ADGEN_EMBEDDED_ENGINE="false",
        ADGEN_ENV="production",
        ADGEN_INSECURE_COOKIES="true",
        SECRET_KEY="k3Zp0vR7-wq9uYt2Xh5Lb8Nc1Md4Gf6Js",
    )
    assert code == 1
    assert said["Database"].startswith("missing")
    assert "correct DATABASE_URL" in said["Database"]
    assert "hunter2" not in said["Database"]
    assert "Correct STORAGE_URL" in said["Storage"]
    assert said["Redis"] == "missing  Redis does not answer. Start it, or correct REDIS_URL."
    assert "Set ADGEN_DATA_DIR" in said["Data"]
    assert "run `./adgen worker` as well" in said["Engine"]
    assert said["Secret"].startswith("fine")
    assert "DANGER" in said["Sessions"]


def test_a_data_folder_that_can_not_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file, not a folder")
    said, code = examine(tmp_path / "file" / "data")
    assert code == 1
    assert "Set ADGEN_DATA_DIR" in said["Data"]
    assert "Give its folder to this user, or set ADGEN_DATA_DIR" in said["Database"]
