"""The systemd unit as shipped, read by systemd's own checker."""

import shutil
import subprocess
from pathlib import Path

import pytest

UNIT = Path(__file__).parents[2] / "deploy" / "adgen.service"


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not on this machine")
def test_systemd_accepts_the_unit(tmp_path: Path) -> None:
    here = tmp_path / UNIT.name
    here.write_text(UNIT.read_text().replace("/opt/adgen/adgen serve", "/bin/true serve"))
    checked = subprocess.run(["systemd-analyze", "verify", str(here)], capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, "")


def test_the_service_comes_back_after_a_crash_and_starts_at_boot() -> None:
    text = UNIT.read_text()
    assert "Restart=always" in text
    assert "WantedBy=multi-user.target" in text
