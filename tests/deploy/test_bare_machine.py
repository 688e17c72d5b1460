"""From a bare Debian 12 to a running service by deploy.sh, then everything that may happen to it there.

Each test leaves the machine healthy for the next; they run in order, by `./adgen test --deploy`.
"""

import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Page, expect, sync_playwright

from adgen_app.config import ROOT
from tests.conftest import free_port
from tests.deploy import authority
from tests.deploy.machine import Downtime, Machine, NotPossible, answers

pytestmark = [pytest.mark.deploy, pytest.mark.xdist_group("machine")]
PASSWORD = "correct horse battery"
PROMPT = "Hand-poured soy candles that make small flats smell like a forest. 20% off this week."
BRIEF = {"prompt": PROMPT, "aspect_ratio": "1:1"}
PLAYED = """async video => {
    video.muted = true;
    await video.play();
    await new Promise(done => setTimeout(done, 1200));
    return video.currentTime;
}"""
Done = subprocess.CompletedProcess[str]
SITE = "adgen.example"
PORTS = ("HTTP", "HTTPS", "WEB", "TRIAL", "POSTGRES")
SETTINGS = {"ADGEN_ADS_PER_HOUR": "100", "ADGEN_REQUESTS_PER_MINUTE": "1000", "ADGEN_LEASE_SECONDS": "10"}
TLS = "--tls-cert /root/cert.pem --tls-key /root/key.pem"
SECONDS_OF_RESTART = 10
MIGRATION = """import sqlalchemy as sa
from alembic import op

revision = "zzzz"
down_revision = "{before}"


def upgrade():
    op.add_column("users", sa.Column("shoe_size", sa.Integer(), nullable=True))


def downgrade():
    op.drop_column("users", "shoe_size")
"""
_people = count(1)


@pytest.fixture(scope="module")
def machine() -> Iterator[Machine]:
    """Bare but for a certificate and the first release, unpacked."""
    ports = {f"ADGEN_{name}_PORT": str(free_port()) for name in PORTS}
    try:
        with Machine("adgen-bare", ports | SETTINGS) as booted:
            certify(booted)
            unpack(booted, "1.0")
            yield booted
    except NotPossible as error:
        pytest.skip(f"NO MACHINE WAS BOOTED, DEPLOYMENT IS NOT PROVED: {error}")


@pytest.fixture(scope="module")
def address(machine: Machine) -> str:
    """AdGen, deployed as the README says."""
    done = deploy(machine, "1.0", TLS)
    assert "is up: https://" in done.stdout
    return f"https://localhost:{machine.environment['ADGEN_HTTPS_PORT']}"


class Person:
    """Somebody with an account, by the API."""

    def __init__(self, address: str) -> None:
        self.address = address
        name = f"person{next(_people)}"
        self.client = httpx.Client(base_url=address, verify=False, timeout=30)
        registered = self.client.post("/api/auth/register", json={"username": name, "password": PASSWORD})
        assert registered.status_code == 201, registered.text
        answer = self.client.post("/api/auth/login", json={"username": name, "password": PASSWORD})
        self.client.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"

    def orders(self, duration: int = 15) -> str:
        """An ad that is being made when this returns."""
        answer = self.client.post("/api/generate", json=BRIEF | {"duration": duration})
        assert answer.status_code == 202, answer.text
        ad: str = answer.json()["generation_id"]
        self.awaits(ad, lambda state: state["status"] == "processing" and state["progress"] >= 15, 60)
        return ad

    def finished(self, ad: str, seconds: float = 180) -> dict[str, Any]:
        return self.awaits(ad, lambda state: state["status"] == "completed", seconds)

    def awaits(self, ad: str, arrived: Callable[[dict[str, Any]], bool], seconds: float) -> dict[str, Any]:
        """Patient with a server that is away."""
        until, state = time.monotonic() + seconds, {}
        while time.monotonic() < until:
            try:
                answer = self.client.get(f"/api/status/{ad}")
                state = answer.json() if answer.status_code == 200 else {"told": answer.text}
            except httpx.HTTPError as error:
                state = {"told": str(error)}
            assert state.get("status") != "failed", state
            if "status" in state and arrived(state):
                return state
            time.sleep(0.5)
        raise AssertionError(f"not there after {seconds} s: {state}")

    def video(self, ad: str, **headers: str) -> httpx.Response:
        return self.client.get(f"/api/video/{ad}", headers=headers)


@pytest.fixture(scope="module")
def person(address: str) -> Iterator[Person]:
    somebody = Person(address)
    yield somebody
    somebody.client.close()


@pytest.fixture(scope="module")
def lets_encrypt(machine: Machine) -> None:
    authority.install(machine)


@pytest.fixture
def page(address: str) -> Iterator[Page]:
    """A real browser; what its console complains of fails the test."""
    program = shutil.which("chromium")
    assert program, "Chromium is missing: apt-get install chromium"
    complaints: list[str] = []
    with sync_playwright() as playwright:
        # Reflex takes a page on localhost for one under development, and leaves its port out.
        far = ["--no-sandbox", f"--host-resolver-rules=MAP {SITE} 127.0.0.1"]
        browser = playwright.chromium.launch(executable_path=program, args=far)
        context = browser.new_context(base_url=address.replace("localhost", SITE), ignore_https_errors=True)
        shown = context.new_page()
        shown.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        shown.on("pageerror", lambda error: complaints.append(str(error)))
        yield shown
        browser.close()
    assert complaints == []


def certify(machine: Machine) -> None:
    files = ["-keyout", str(machine.root / "root/key.pem"), "-out", str(machine.root / "root/cert.pem")]
    subject = ["-x509", "-newkey", "rsa:2048", "-nodes", "-days", "9", "-subj", "/CN=localhost"]
    subprocess.run(["openssl", "req", *subject, *files], check=True, capture_output=True)


def unpack(machine: Machine, version: str) -> Path:
    """What `git archive` would hold of the files as they are, as a folder of root's."""
    folder = machine.root / "root" / f"adgen-{version}"
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).exists():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    (folder / "VERSION").write_text(f"{version}\n")
    return folder


def deploy(
    machine: Machine, version: str, options: str = "", *, check: bool = True
) -> subprocess.CompletedProcess[str]:
    return machine.run(f"/root/adgen-{version}/deploy/deploy.sh {options}", check=check, seconds=900)


def running(machine: Machine) -> str:
    return machine.says("basename $(readlink -f /opt/adgen/current)")


def has_new_column(machine: Machine) -> bool:
    asked = "SELECT count(*) FROM information_schema.columns WHERE column_name = 'shoe_size'"
    port = machine.environment["ADGEN_POSTGRES_PORT"]
    return machine.says(f'cd / && runuser -u postgres -- psql -p {port} -Atc "{asked}" adgen') == "1"


def breaks(launcher: Path, arguments: str) -> None:
    """Have the program end when it is called like this."""
    text = launcher.read_text()
    pattern = arguments.replace(" ", "\\ ")
    launcher.write_text(text.replace("set -eu\n", f"set -eu\ncase $* in {pattern}) echo broken && exit 1 ;; esac\n", 1))
    assert launcher.read_text() != text


def test_a_bare_machine_becomes_a_running_service(machine: Machine, address: str) -> None:
    assert httpx.get(f"{address}/api/health", verify=False).json() == {"status": "healthy"}
    assert running(machine).startswith("1.0-")
    assert machine.says("stat -c '%a %U' /etc/adgen/adgen.env") == "600 root"
    assert machine.says("stat -c '%a %U' /var/lib/adgen") == "750 adgen"
    machine.run("nginx -t")
    for unit in ("adgen-web", "adgen-worker@1", "adgen-health.timer", "adgen-backup.timer", "adgen-cleanup.timer"):
        assert machine.says(f"systemctl is-active {unit}") == "active"


def test_a_second_run_changes_nothing(machine: Machine, address: str) -> None:
    def all_of_it() -> str:
        hashes = "find /etc /opt/adgen/current/ /var/backups -type f -not -name '*.pyc' -exec sha256sum {} + | sort"
        return machine.says(f"{hashes} | sha256sum; ls -l --full-time /etc/adgen /opt/adgen /etc/nginx/adgen")

    before, process = all_of_it(), machine.pid("adgen-web")
    done = deploy(machine, "1.0", TLS)
    assert "Nothing was changed" in done.stdout
    assert (all_of_it(), machine.pid("adgen-web")) == (before, process)


def test_register_make_an_ad_and_watch_it(page: Page) -> None:
    page.goto("/register")
    page.get_by_label("Username").fill("visitor")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Open my account").click()
    page.get_by_label("Describe your product").fill(PROMPT)
    page.get_by_role("button", name="Make my ad").click()
    page.wait_for_url(re.compile(r"/ads/[0-9a-f-]{36}/?$"))
    video = page.locator("video")
    video.wait_for(timeout=180_000)
    assert video.evaluate(PLAYED) > 0.5
    page.reload()
    video.wait_for()
    page.goto("/gallery")
    expect(page.get_by_role("link", name=PROMPT)).to_be_visible()


def test_media_come_from_nginx_in_parts_to_their_user_alone(address: str, person: Person) -> None:
    ad = person.orders()
    person.finished(ad)
    whole = person.video(ad)
    assert (whole.status_code, whole.headers["content-type"]) == (200, "video/mp4")
    assert whole.headers["accept-ranges"] == "bytes"
    assert whole.headers["cache-control"] == "private, max-age=3600"
    assert whole.headers["etag"].count("-") == 1, "Nginx's own tag, not the app's"
    assert "x-accel-redirect" not in whole.headers
    part = person.video(ad, Range="bytes=100-199")
    assert (part.status_code, part.content) == (206, whole.content[100:200])
    assert part.headers["content-range"] == f"bytes 100-199/{len(whole.content)}"
    with httpx.Client(base_url=address, verify=False) as stranger:
        assert stranger.get(f"/api/video/{ad}").status_code == 401
        assert stranger.get(f"/_media/ads/{ad}/ad.mp4").status_code == 404


def test_https_is_http_2_and_stays_https(machine: Machine, address: str) -> None:
    asked = ["curl", "-sk", "-o", "/dev/null", "-D", "-", "-w", "%{http_version}", address]
    told = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    assert told.endswith("2")
    assert "strict-transport-security: max-age=31536000" in told.lower()
    plain = httpx.get(f"http://localhost:{machine.environment['ADGEN_HTTP_PORT']}/create?x=1")
    assert (plain.status_code, plain.headers["location"]) == (308, f"{address}/create?x=1")


def test_other_sites_are_refused(address: str) -> None:
    foreign = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
    with httpx.Client(base_url=address, verify=False) as client:
        assert "access-control-allow-origin" not in client.options("/api/generate", headers=foreign).headers
        assert "access-control-allow-origin" not in client.get("/api/health", headers=foreign).headers
        upgrade = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13"}
        key = {"Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ=="}
        event = "/_event/?EIO=4&transport=websocket"
        assert client.get(event, headers=foreign | upgrade | key).status_code in {400, 403}


@pytest.mark.parametrize("unit", ["adgen-web", "adgen-worker@1"])
def test_what_is_killed_is_back_by_itself_and_the_ad_is_finished(
    machine: Machine, address: str, person: Person, unit: str
) -> None:
    ad, process = person.orders(), machine.pid(unit)
    machine.run(f"kill -9 {process}")
    until = time.monotonic() + 15
    while machine.pid(unit) in {0, process}:
        assert time.monotonic() < until
        time.sleep(0.2)
    answers(address, 20)
    person.finished(ad)
    assert person.video(ad).status_code == 200


def test_without_the_app_the_site_stands_and_says_so(machine: Machine, address: str) -> None:
    machine.run("systemctl stop adgen-web")
    with httpx.Client(base_url=address, verify=False) as client:
        assert client.get("/").status_code == 200
        told = client.get("/api/health")
        assert (told.status_code, told.json()["error"]["code"]) == (503, "UNAVAILABLE")
        shown = client.post("/api/browser/login", headers={"Accept": "text/html"})
        assert (shown.status_code, "right back" in shown.text) == (503, True)
    machine.run("systemctl start adgen-web")
    answers(address, 30)


def test_the_health_check_restarts_a_web_app_that_hangs(machine: Machine, address: str) -> None:
    process = machine.pid("adgen-web")
    machine.run(f"kill -STOP {process} $(pgrep -P {process} 2>/dev/null || cat /proc/{process}/task/*/children)")
    machine.run("echo 1 >/run/adgen-health/failures")
    assert machine.run("systemctl start adgen-health", check=False).returncode
    answers(address, 60)
    assert machine.pid("adgen-web") != process
    machine.run("systemctl start adgen-health")
    assert '"message":"healthy"' in machine.says("journalctl -u adgen-health -o cat -n 20 --no-pager")


def test_the_database_goes_and_comes_back(machine: Machine, address: str, person: Person) -> None:
    ad = person.orders()
    machine.run("systemctl stop postgresql@15-main")
    told = httpx.get(f"{address}/api/health", verify=False, timeout=30)
    assert (told.status_code, told.json()["error"]["code"]) == (503, "UNAVAILABLE")
    assert httpx.get(address, verify=False).status_code == 200
    time.sleep(5)
    machine.run("systemctl start postgresql@15-main")
    answers(address, 30)
    person.finished(ad, 240)


def test_without_a_certificate_all_stays_as_it_was(machine: Machine, address: str, lets_encrypt: None) -> None:
    def all_of_it() -> str:
        places = "/etc/adgen /etc/nginx /etc/letsencrypt/live /etc/letsencrypt/renewal /opt/adgen/acme"
        return machine.says(f"find {places} -type f -exec sha256sum {{}} + 2>/dev/null | sort")

    before = all_of_it()
    with Downtime(address) as down:
        done = deploy(machine, "1.0", "--tls leads-nowhere.example", check=False)
    assert done.returncode == 1
    assert "no such host" in done.stderr
    assert 'failed at "Install the Nginx site"' in done.stderr
    assert all_of_it() == before
    assert down.longest < SECONDS_OF_RESTART
    answers(address, 10)


def test_lets_encrypt_certifies_a_domain_that_leads_here(machine: Machine, address: str, lets_encrypt: None) -> None:
    site = address.replace("localhost", authority.DOMAIN)

    def serial() -> str:
        asked = f"openssl s_client -connect {site.removeprefix('https://')} </dev/null 2>/dev/null"
        return machine.says(f"{asked} | openssl x509 -noout -serial")

    with Downtime(address) as down:
        done = deploy(machine, "1.0", f"--tls {authority.DOMAIN}")
    assert f"is up: {site}" in done.stdout
    assert down.longest < SECONDS_OF_RESTART
    told = machine.says(f"curl -s --cacert {authority.ROOT_CERTIFICATE} -o /dev/null -D - {site}").lower()
    assert told.startswith("http/2 200")
    assert "strict-transport-security: max-age=31536000" in told
    plain = f"http://{authority.DOMAIN}:{machine.environment['ADGEN_HTTP_PORT']}/create"
    assert machine.says(f"curl -s -o /dev/null -w '%{{http_code}} %{{redirect_url}}' {plain}") == f"308 {site}/create"
    assert "Nothing was changed" in deploy(machine, "1.0", f"--tls {authority.DOMAIN}").stdout
    first = serial()
    machine.run("certbot renew --no-random-sleep-on-renew --dry-run")
    assert serial() == first
    machine.run("certbot renew --no-random-sleep-on-renew --force-renewal")
    until = time.monotonic() + 10
    while serial() == first:
        assert time.monotonic() < until, "Nginx was not told of the new one"
        time.sleep(0.2)
    assert machine.says("systemctl is-active certbot.timer") == "active"


def test_a_deployment_lets_the_ad_in_production_finish(machine: Machine, address: str, person: Person) -> None:
    folder = unpack(machine, "2.0")
    page = folder / "adgen_app" / "ui" / "pages" / "not_found.py"
    page.write_text(page.read_text().replace("There is no page here", "There is still no page here"))
    example = folder / ".env.example"
    example.write_text(example.read_text() + "\n# Made of air.\n#ADGEN_BRAND_NEW=1\n")
    newest = max(path.name for path in (folder / "alembic/versions").glob("0*.py"))
    (folder / "alembic/versions/zzzz_shoes.py").write_text(MIGRATION.format(before=newest[:4]))
    with Downtime(address) as down, ThreadPoolExecutor(1) as aside:
        deploying = aside.submit(deploy, machine, "2.0", f"--workers 2 {TLS}")
        while machine.run("systemctl is-active adgen-trial", check=False).returncode and not deploying.done():
            time.sleep(0.2)
        ad = person.orders(60)
        done = deploying.result()
    switched = datetime.fromtimestamp(float(machine.says("stat -c %.Y /opt/adgen/current")), UTC)
    assert "AdGen 2.0-" in done.stdout
    assert running(machine).startswith("2.0-")
    assert down.longest < SECONDS_OF_RESTART
    assert machine.says("systemctl is-active adgen-worker@2") == "active"
    assert has_new_column(machine)
    assert "# Made of air.\n#ADGEN_BRAND_NEW=1" in machine.says("cat /etc/adgen/adgen.env")
    assert datetime.fromisoformat(person.finished(ad, 300)["completed_at"]) > switched


@pytest.mark.parametrize(
    ("version", "arguments", "step"),
    [
        ("3.0", "serve *", "Try the new web app"),
        ("3.1", "worker", "Ask how it is"),
        ("3.2", "serve *--port @WEB@", "Ask how it is"),
    ],
)
def test_a_broken_release_is_taken_back(
    machine: Machine, address: str, person: Person, version: str, arguments: str, step: str
) -> None:
    before = running(machine)
    folder = machine.root / "root" / f"adgen-{version}"
    shutil.copytree(machine.root / "root/adgen-2.0", folder)
    (folder / "alembic/versions/zzzz_shoes.py").unlink()
    (folder / "VERSION").write_text(f"{version}\n")
    breaks(folder / "adgen", arguments.replace("@WEB@", machine.environment["ADGEN_WEB_PORT"]))
    with Downtime(address) as down:
        done = deploy(machine, version, check=False)
    assert done.returncode == 1
    assert step in done.stderr
    assert "broken" in done.stderr
    assert running(machine) == before
    assert down.longest < (30 if version == "3.2" else SECONDS_OF_RESTART)
    assert has_new_column(machine), "which the broken release did not know"
    answers(address, 10)
    assert "3." not in machine.says("ls /opt/adgen/releases")
    person.finished(person.orders())


def test_a_backup_brings_back_what_was_there(machine: Machine, address: str, person: Person) -> None:
    ad = person.orders()
    person.finished(ad)
    content = person.video(ad).content
    machine.run("systemctl start adgen-backup")
    file = machine.says("ls -t /var/backups/adgen/*-all.tar | head -n 1")
    assert machine.says(f"stat -c '%a %U' {file}") == "600 root"
    person.client.delete(f"/api/generations/{ad}")
    machine.run("rm -rf /var/lib/adgen/media")
    assert person.client.get(f"/api/status/{ad}").status_code == 404
    done = machine.run(f"/opt/adgen/current/deploy/deploy.sh restore {file}", seconds=300)
    assert f"Restored from {file}" in done.stdout
    answers(address, 30)
    assert person.finished(ad)["status"] == "completed"
    assert person.video(ad).content == content
    person.finished(person.orders())


def test_rollback_goes_back_a_version_and_forth_again(machine: Machine, address: str, person: Person) -> None:
    ad = person.orders()
    done = machine.run("/opt/adgen/current/deploy/deploy.sh rollback")
    assert "AdGen is back at 1.0-" in done.stdout
    assert running(machine).startswith("1.0-")
    assert not has_new_column(machine)
    person.finished(ad)
    deploy(machine, "2.0")
    assert has_new_column(machine)
    assert running(machine).startswith("2.0-")
    answers(address, 10)


def test_two_deployments_do_not_overlap(machine: Machine, address: str) -> None:
    second = machine.run("flock /run/lock/adgen-deploy /root/adgen-2.0/deploy/deploy.sh 9>&-", check=False, seconds=60)
    assert second.returncode == 1
    assert "Another deployment is at work" in second.stderr


def test_a_reboot_brings_everything_up(machine: Machine, address: str, person: Person) -> None:
    ad = person.orders()
    machine.power_off()
    machine.boot()
    answers(address, 60)
    person.finished(ad, 240)
    for unit in ("adgen-web", "adgen-worker@1", "adgen-worker@2", "nginx", "adgen-health.timer"):
        assert machine.says(f"systemctl is-active {unit}") == "active"
    assert machine.run("/opt/adgen/current/deploy/deploy.sh status").returncode == 0


def test_units_are_confined(machine: Machine, address: str) -> None:
    for unit in ("adgen-web", "adgen-worker@1", "adgen-cleanup", "adgen-backup", "adgen-health"):
        told = machine.says(f"systemd-analyze security --no-pager {unit}.service | tail -n 1")
        found = re.search(r": (\d+\.\d+) ", told)
        assert found, told
        assert float(found[1]) <= 3.0, told
    machine.run("systemctl start adgen-cleanup")
    assert "30day" in machine.says("cat /etc/systemd/journald.conf.d/adgen.conf")


def test_no_secret_is_told(machine: Machine, address: str) -> None:
    machine.run("umask 077; sed -n 's/^SECRET_KEY=//p' /etc/adgen/adgen.env >/root/secret")
    assert len(machine.says("cat /root/secret")) > 32
    assert machine.run("journalctl -a --no-pager | grep -c -F -f /root/secret", check=False).stdout.strip() == "0"
    places = "/var/log /opt/adgen/current/.web /etc/systemd /etc/nginx /tmp /proc/[0-9]*/cmdline"
    assert machine.run(f"grep -rslaF -f /root/secret {places}", check=False).stdout == ""
