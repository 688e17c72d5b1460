"""deploy.sh on a machine of fakes, by bats."""

import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.mark.slow
def test_the_script_does_what_it_says() -> None:
    assert shutil.which("bats"), "bats is missing: apt-get install bats"
    told = subprocess.run(["bats", str(HERE / "deploy.bats")], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
