"""The launcher, on machines whose programs are fakes that write down how they were called."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TOOLS = (
    "cat",
    "cksum",
    "cp",
    "dirname",
    "env",
    "flock",
    "grep",
    "mkdir",
    "mktemp",
    "readlink",
    "rm",
    "sh",
    "sleep",
    "true",
    "tail",
)

PYTHON = f"""#!/bin/sh
echo "python $*" >>"$CALLS"
case $* in
"-m venv --clear "*) rm -rf "$4" && mkdir -p "$4/bin" && cp "$0" "$4/bin/python" ;;
"-m pip install "*) eval "$PIP" ;;
"-c import skia") eval "$SKIA" ;;
-c*) exec {sys.executable} "$@" ;;
"-P -m adgen_app.cli "*) echo "AdGen got $4" ;;
esac
"""
TOO_OLD = "#!/bin/sh\nexit 1\n"
DPKG_QUERY = '#!/bin/sh\ncase " $INSTALLED " in *" $3 "*) echo installed ;; *) exit 1 ;; esac\n'
APT_GET = '#!/bin/sh\necho "apt-get $*" >>"$CALLS"\neval "$APT"\n'
SYSTEM = "libgl1 libegl1 libexpat1"
FONTS = "fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji"


class Machine:
    """A folder that holds all programs there are, and a clone of the project."""

    def __init__(self, folder: Path) -> None:
        self.programs = folder / "bin"
        self.programs.mkdir()
        for tool in TOOLS:
            (self.programs / tool).symlink_to(shutil.which(tool) or tool)
        self.clone = folder / "clone"
        self.clone.mkdir()
        shutil.copy(ROOT / "adgen", self.clone)
        for lock in ("requirements", "requirements-dev"):
            (self.clone / f"{lock}.lock").write_text("first\n")
        self.calls = folder / "calls"
        self.environment = {
            "PATH": str(self.programs),
            "CALLS": str(self.calls),
            "TMPDIR": str(folder),
            "HOME": "/none",
        }
        self.has("python3", PYTHON)

    def has(self, name: str, script: str) -> None:
        program = self.programs / name
        program.write_text(script)
        program.chmod(0o755)

    def is_debian(self, user: int = 0) -> None:
        self.has("dpkg-query", DPKG_QUERY)
        self.has("apt-get", APT_GET)
        self.has("apt-cache", '#!/bin/sh\n[ "$2" = python3.11-venv ]\n')
        self.has("id", f"#!/bin/sh\necho {user}\n")

    def start(self, program: Path | None = None, cwd: str = "/", **given: str) -> subprocess.Popen[str]:
        command = [program or self.clone / "adgen", "hello"]
        environment = self.environment | given
        return subprocess.Popen(
            command, cwd=cwd, env=environment, text=True, stdout=-1, stderr=-1, start_new_session=True
        )

    def run(self, program: Path | None = None, **given: str) -> tuple[int, str, str]:
        process = self.start(program, **given)
        out, err = process.communicate(timeout=30)
        return process.returncode, out, err

    def called(self, start: str) -> list[str]:
        """The calls that start so, then forgets all."""
        lines = self.calls.read_text().splitlines() if self.calls.exists() else []
        self.calls.unlink(missing_ok=True)
        return [line for line in lines if line.startswith(start)]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_first_start_installs_the_lock_and_runs_the_command(machine: Machine) -> None:
    code, out, err = machine.run()
    assert (code, out) == (0, "AdGen got hello\n")
    assert "Setting AdGen up" in err
    (install,) = machine.called("python -m pip install")
    assert install.endswith(f"--no-deps --require-hashes --requirement {machine.clone}/requirements.lock")


def test_second_start_installs_nothing_and_says_nothing(machine: Machine) -> None:
    machine.run()
    machine.called("")
    assert machine.run() == (0, "AdGen got hello\n", "")
    assert machine.called("") == ["python -P -m adgen_app.cli hello"]


def test_changed_lock_is_installed(machine: Machine) -> None:
    machine.run()
    machine.called("")
    (machine.clone / "requirements.lock").write_text("second\n")
    assert machine.run()[0] == 0
    calls = machine.called("python -m")
    assert any("pip install" in call for call in calls)
    assert not any("venv" in call for call in calls)


def test_moved_clone_is_set_up_anew(machine: Machine) -> None:
    machine.run()
    machine.clone = machine.clone.rename(machine.clone.with_name("elsewhere"))
    machine.called("")
    assert machine.run()[0] == 0
    assert machine.called("python -m pip install")


def test_runs_through_a_symbolic_link(machine: Machine, tmp_path: Path) -> None:
    link = tmp_path / "links" / "adgen"
    link.parent.mkdir()
    link.symlink_to("../clone/adgen")
    assert machine.run(link)[:2] == (0, "AdGen got hello\n")


def test_killed_set_up_starts_from_scratch(machine: Machine) -> None:
    process = machine.start(PIP="sleep 60")
    while "pip install" not in (machine.calls.read_text() if machine.calls.exists() else ""):
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    machine.called("")
    assert machine.run()[:2] == (0, "AdGen got hello\n")
    assert machine.called("python -m venv --clear")


def test_second_of_two_waits_for_the_set_up_of_the_first(machine: Machine) -> None:
    processes = [machine.start(PIP="sleep 1") for _ in range(2)]
    ends = [process.communicate(timeout=30) for process in processes]
    assert [out for out, _ in ends] == ["AdGen got hello\n"] * 2
    assert sum("Waiting" in err for _, err in ends) == 1
    assert len(machine.called("python -m pip install")) == 1


def test_unreachable_index_is_one_sentence(machine: Machine) -> None:
    code, out, err = machine.run(PIP="echo 'WARNING: ... NewConnectionError ...'; echo 'ERROR: No match'; exit 1")
    assert (code, out) == (1, "")
    assert err.splitlines()[-1].startswith("adgen: the Python package index can't be reached; check the network")
    assert machine.run()[0] == 0


def test_library_that_does_not_load_is_named(machine: Machine) -> None:
    code, _, err = machine.run(SKIA="echo 'ImportError: libGL.so.1: no such file' >&2; exit 1")
    assert code == 1
    assert "libGL.so.1: no such file" in err.splitlines()[-1]


def test_machine_without_python_is_told_so(machine: Machine) -> None:
    machine.has("python3", TOO_OLD)
    code, _, err = machine.run()
    assert code == 1
    assert "Python 3.11 or newer" in err.splitlines()[-1]


def test_debian_without_root_is_told_what_to_type(machine: Machine) -> None:
    machine.is_debian(user=1000)
    machine.has("python3", TOO_OLD)
    code, _, err = machine.run()
    assert code == 1
    assert "sudo apt-get install -y python3.11 python3.11-venv libgl1 libegl1 libexpat1" in err.splitlines()[-1]
    assert machine.called("apt-get") == []


def test_missing_fonts_alone_stop_nobody(machine: Machine) -> None:
    machine.is_debian(user=1000)
    code, _, err = machine.run(INSTALLED=SYSTEM)
    assert code == 0
    assert f"better with: sudo apt-get install -y {FONTS}" in err


def test_root_on_debian_gets_what_is_missing(machine: Machine) -> None:
    machine.is_debian()
    assert machine.run(INSTALLED="libgl1 fonts-noto-core")[0] == 0
    update, *installs = machine.called("apt-get")
    assert update.endswith(" update")
    assert [call.split("recommends ")[1] for call in installs] == [
        "libegl1 libexpat1", "fonts-noto-cjk", "fonts-noto-color-emoji",
    ]  # fmt: skip


def test_python_too_old_gets_a_newer_one_beside_it(machine: Machine) -> None:
    machine.is_debian()
    machine.has("python3", TOO_OLD)
    newer = machine.programs.parent / "newer"
    newer.write_text(PYTHON)
    newer.chmod(0o755)
    appears = f'case "$*" in *python3.11-venv*) cp {newer} {machine.programs}/python3.11 ;; esac'
    assert machine.run(INSTALLED=f"{SYSTEM} {FONTS}", APT=appears)[:2] == (0, "AdGen got hello\n")
    assert any(call.endswith("python3.11 python3.11-venv") for call in machine.called("apt-get"))


def test_font_that_apt_can_not_install_stops_nobody(machine: Machine) -> None:
    machine.is_debian()
    code, _, err = machine.run(INSTALLED=SYSTEM, APT='case "$*" in *cjk*) echo "E: no such package"; exit 100 ;; esac')
    assert code == 0
    assert "Going on without fonts-noto-cjk" in err


def test_library_that_apt_can_not_install_is_named(machine: Machine) -> None:
    machine.is_debian()
    code, _, err = machine.run(APT='case "$*" in *libgl1*) echo "E: Unable to fetch some archives"; exit 100 ;; esac')
    assert code == 1
    assert "E: Unable to fetch some archives" in err.splitlines()[-1]
