"""The systemd units as shipped, read by systemd's own checker."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.deploy.filling import fill

SERVICES = ("adgen-web", "adgen-worker@")


@pytest.fixture
def units(tmp_path: Path) -> Path:
    """All units, for a machine that is this folder."""
    home = tmp_path / "opt/adgen/current"
    for program in ("adgen", "deploy/deploy.sh"):
        (home / program).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy("/bin/true", home / program)
    fill(tmp_path, "each_unit")
    return tmp_path / "etc/systemd/system"


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not on this machine")
def test_systemd_accepts_the_units(units: Path) -> None:
    names = [path.name.replace("@.", "@1.") for path in sorted(units.iterdir())]
    (units / "adgen-worker@1.service").symlink_to("adgen-worker@.service")
    checked = subprocess.run(
        ["systemd-analyze", "verify", *(str(units / name) for name in names)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert [line for line in checked.stderr.splitlines() if str(units) in line or "adgen" in line] == []
    assert checked.returncode == 0


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_comes_back_after_a_crash_and_starts_at_boot(units: Path, name: str) -> None:
    text = (units / f"{name}.service").read_text()
    assert "Restart=always" in text
    assert "StartLimitIntervalSec=0" in text
    assert "WantedBy=adgen.target" in text
    assert "WantedBy=multi-user.target" in (units / "adgen.target").read_text()


def test_no_word_is_left_to_fill_in(units: Path) -> None:
    assert [path.name for path in units.iterdir() if "@ADGEN" in path.read_text()] == []


def test_workers_leave_the_machine_room_to_breathe(units: Path) -> None:
    text = (units / "adgen-worker@.service").read_text()
    assert "MemoryMax=75%" in text
    assert "CPUWeight=50" in text
