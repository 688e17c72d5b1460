"""A bare Debian 12 with its own systemd, on this machine: the network is the host's, so every port is another one."""

import os
import re
import shlex
import shutil
import signal
import subprocess
import time
from pathlib import Path
from typing import Self

import httpx

CACHE = Path(os.environ.get("ADGEN_TEST_CACHE") or Path.home() / ".cache" / "adgen-tests")
NEEDED = {"debootstrap": "debootstrap", "systemd-nspawn": "systemd-container", "nsenter": "util-linux"}
BARE = "systemd,systemd-sysv,dbus,python3,ca-certificates,curl"
HOST_CA = Path("/etc/ssl/certs/ca-certificates.crt")
CA_SETTINGS = ("PIP_CERT", "NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE")
BOOT_SECONDS = 60


class NotPossible(Exception):
    """This host can't boot a machine in it; says why."""


class Machine:
    """Boots from a fresh copy of the bare system, which is made once and kept."""

    def __init__(self, name: str, environment: dict[str, str]) -> None:
        """`environment` is what every command in it sees."""
        self.name = name
        self.root = CACHE / name
        self.environment = environment | self._trust()
        self._host: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Boot. Raises NotPossible."""
        missing = [package for program, package in NEEDED.items() if not shutil.which(program)]
        if os.geteuid() != 0:
            raise NotPossible("only root can boot a machine")
        if missing:
            raise NotPossible(f"packages are missing: apt-get install {' '.join(missing)}")
        bare = _bare()
        shutil.rmtree(self.root, ignore_errors=True)
        subprocess.run(["cp", "-a", "--reflink=auto", str(bare), str(self.root)], check=True)
        (self.root / "etc/dpkg/dpkg.cfg.d/quick").write_text("force-unsafe-io\n")
        if HOST_CA.exists():
            shutil.copy(HOST_CA, self.root / "usr/local/share/host-ca.pem")
        self.boot()
        return self

    def __exit__(self, *_: object) -> None:
        """End it as a power cut does, and remove its files."""
        self.power_off("systemctl poweroff -ff")
        shutil.rmtree(self.root, ignore_errors=True)

    def boot(self) -> None:
        """Raises NotPossible with the last words of the kernel's refusal."""
        said = CACHE / f"{self.name}.log"
        kept = {CACHE / "apt": "/var/cache/apt/archives", CACHE / "home": "/root/.cache"}
        for folder in kept:
            folder.mkdir(parents=True, exist_ok=True)
        binds = [f"--bind={here}:{there}" for here, there in kept.items()]
        command = ["systemd-nspawn", "--quiet", "-D", str(self.root), "--boot", "--register=no", "--keep-unit"]
        with said.open("wb") as output:
            self._host = subprocess.Popen(
                [*command, f"--machine={self.name}", "--console=pipe", *binds],
                stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, start_new_session=True,
            )  # fmt: skip
        until = time.monotonic() + BOOT_SECONDS
        while time.monotonic() < until and self._host.poll() is None:
            if self._first() and self.run("systemctl is-system-running", check=False).stdout.strip() in {
                "running",
                "degraded",
            }:
                return
            time.sleep(0.5)
        self.power_off()
        raise NotPossible(f"systemd-nspawn does not boot here: {said.read_text('utf-8', 'replace')[-300:].strip()}")

    def power_off(self, how: str = "systemctl poweroff") -> None:
        """As a reboot does first."""
        if self._host is None:
            return
        if self._host.poll() is None and self._first():
            self.run(how, check=False)
        try:
            self._host.wait(90)
        except subprocess.TimeoutExpired:
            self._host.send_signal(signal.SIGKILL)
            self._host.wait()
        self._host = None

    def run(self, command: str, *, check: bool = True, seconds: float = 600) -> subprocess.CompletedProcess[str]:
        """A command line in it, as root, as typed after logging in."""
        environment = {"HOME": "/root", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"} | self.environment
        entering = ["nsenter", "-t", str(self._first()), "-m", "-u", "-i", "-n", "-p", "-C", "--"]
        set_up = ["/usr/bin/env", "-i", *(f"{name}={value}" for name, value in environment.items())]
        done = subprocess.run(
            [*entering, *set_up, "/bin/bash", "-c", command],
            capture_output=True, text=True, check=False, timeout=seconds, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        if check and done.returncode:
            raise AssertionError(f"{command}\n{done.stdout}{done.stderr}")
        return done

    def says(self, command: str) -> str:
        """What a command prints."""
        return self.run(command).stdout.strip()

    def pid(self, unit: str) -> int:
        """The main process of a unit, 0 without one."""
        return int(self.says(f"systemctl show -P MainPID {shlex.quote(unit)}"))

    def _first(self) -> int:
        """The host's number of its process 1, 0 before there is one."""
        assert self._host
        children = Path(f"/proc/{self._host.pid}/task/{self._host.pid}/children")
        numbers = children.read_text().split() if children.exists() else []
        return next((int(n) for n in numbers if Path(f"/proc/{n}/comm").read_text().strip() == "systemd"), 0)

    def _trust(self) -> dict[str, str]:
        """Where the host's programs are told whom to trust, those in the machine are, too."""
        told = any(os.environ.get(name) for name in CA_SETTINGS)
        return dict.fromkeys(CA_SETTINGS, "/usr/local/share/host-ca.pem") if told else {}


def _bare() -> Path:
    bare = CACHE / "bookworm"
    if bare.exists():
        return bare
    CACHE.mkdir(parents=True, exist_ok=True)
    fresh = CACHE / "bookworm.part"
    shutil.rmtree(fresh, ignore_errors=True)
    made = subprocess.run(
        ["debootstrap", "--variant=minbase", f"--include={BARE}", "bookworm", str(fresh), _mirror()],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if made.returncode:
        raise NotPossible(f"debootstrap failed: {made.stdout[-300:]}")
    return fresh.rename(bare)


def _mirror() -> str:
    """Where the host's own packages come from."""
    for file in sorted(Path("/etc/apt").glob("sources.list*")) + sorted(Path("/etc/apt/sources.list.d").glob("*")):
        if file.is_file() and (found := re.search(r"https?://\S+/debian/?(?=\s)", file.read_text())):
            return found[0]
    return "http://deb.debian.org/debian"


class Downtime:
    """Asks an address all the time; `longest` is the longest while in which it did not answer well, in seconds."""

    def __init__(self, address: str) -> None:
        """Nothing is asked yet."""
        self.longest = 0.0
        self._address = address
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        """Begin."""
        loop = (
            'while :; do c=$(curl -sk -m 2 -o /dev/null -w "%{http_code}" "$1/api/health"); '
            'printf "%s %s\\n" "$(date +%s.%N)" "$c"; sleep 0.1; done'
        )
        self._process = subprocess.Popen(
            ["/bin/bash", "-c", loop, "watch", self._address], stdout=subprocess.PIPE, text=True, start_new_session=True
        )
        return self

    def __exit__(self, *_: object) -> None:
        """End, and reckon."""
        assert self._process
        os.killpg(self._process.pid, signal.SIGTERM)
        lines = self._process.communicate()[0].split("\n")
        good = None
        for line in lines:
            when, _, status = line.partition(" ")
            if status != "200":
                continue
            if good is not None:
                self.longest = max(self.longest, float(when) - good)
            good = float(when)


def answers(address: str, seconds: float) -> None:
    """Wait until AdGen is healthy."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            if httpx.get(f"{address}/api/health", verify=False, timeout=5).status_code == httpx.codes.OK:
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.3)
    raise AssertionError(f"AdGen is not healthy after {seconds} s")
