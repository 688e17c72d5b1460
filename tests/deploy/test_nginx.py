"""The Nginx site as shipped, run by a real Nginx in front of a small server that answers what it was asked."""

import re
import shutil
import subprocess
import threading
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest

from adgen_app.api import failures
from adgen_app.api.middleware import FOR_PAGES, FOR_PROGRAMS
from adgen_app.config import ROOT
from adgen_app.errors import TooMany, Unavailable
from adgen_app.ui import theme
from tests.conftest import free_port
from tests.deploy.filling import DEPLOY, fill

VIDEO = bytes(range(256)) * 40
HTML = {"Accept": "text/html,application/xhtml+xml"}


class Echo(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.answer()

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.answer()

    def answer(self) -> None:
        body = "\n".join([self.path, *(f"{name}: {value}" for name, value in self.headers.items())]).encode()
        self.send_response(503 if "database" in self.path else 200)
        if self.path.startswith("/api/video/"):
            self.send_header("X-Accel-Redirect", "/_media/ads/a%20b/ad.mp4")
            self.send_header("Content-Type", "video/mp4")
            self.send_header("Content-Disposition", 'inline; filename="ad.mp4"')
            self.send_header("Cache-Control", "private, max-age=3600")
            self.send_header("Access-Control-Allow-Origin", "https://shop.example")
            body = b""
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def backend() -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Echo)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A machine's folders, with pages and an ad."""
    pages = tmp_path / "opt/adgen/current/.web/build/client"
    for name, text in {
        "index.html": "home",
        "create.html": "create",
        "create/index.html": "create",
        "404.html": "no such page",
        "__spa-fallback.html": "shell",
        "assets/app-123.js": "script",
        "assets/app-123.js.gz": "packed",
    }.items():
        (pages / name).parent.mkdir(parents=True, exist_ok=True)
        (pages / name).write_text(text)
    media = tmp_path / "var/lib/adgen/media/ads/a b"
    media.mkdir(parents=True)
    (media / "ad.mp4").write_bytes(VIDEO)
    (tmp_path / "var/log/nginx").mkdir(parents=True)
    return tmp_path


def configured(folder: Path, **given: str) -> list[str]:
    """Nginx's command line for a machine that is this folder, once it has accepted the site."""
    nginx = shutil.which("nginx", path="/usr/sbin:/usr/bin")
    assert nginx, "Nginx is missing: apt-get install nginx"
    (folder / "etc/nginx/adgen/local").mkdir(parents=True, exist_ok=True)
    fill(folder, "each_site_file", **given)
    temp = "".join(
        f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    main = folder / "main.conf"
    main.write_text(
        f"daemon off; user root; pid {folder}/pid; error_log {folder}/error.log; events {{}} http {{"
        f"include /etc/nginx/mime.types; access_log off; {temp}"
        f"include {folder}/etc/nginx/conf.d/*.conf; include {folder}/etc/nginx/sites-enabled/*; }}"
    )
    command = [nginx, "-e", f"{folder}/error.log", "-c", str(main)]
    tried = subprocess.run([*command, "-t"], check=False, capture_output=True, text=True)
    noise = ("syntax is ok", "test is successful", 'the "user" directive makes sense only')
    assert [line for line in tried.stderr.splitlines() if not any(usual in line for usual in noise)] == []
    return command


@pytest.fixture
def site(backend: ThreadingHTTPServer, built: Path) -> Iterator[str]:
    port = free_port()
    command = configured(built, ADGEN_HTTP_PORT=str(port), ADGEN_WEB_PORT=str(backend.server_port))
    with running(command, f"http://127.0.0.1:{port}") as address:
        yield address


@contextmanager
def running(command: list[str], address: str) -> Generator[str]:
    process = subprocess.Popen(command)
    try:
        yield _up(address)
    finally:
        process.terminate()
        process.wait(10)


def _up(address: str) -> str:
    for _ in range(100):
        try:
            httpx.get(address)
        except httpx.ConnectError:
            time.sleep(0.05)
        else:
            return address
    raise AssertionError("Nginx did not come up")


@pytest.fixture
def secure(built: Path) -> dict[str, str]:
    """What deploy.sh is told for HTTPS."""
    files = {"ADGEN_TLS_CERT": f"{built}/cert.pem", "ADGEN_TLS_KEY": f"{built}/key.pem"}
    subject = ["-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=ads.example"]
    made = ["openssl", "req", *subject, "-keyout", files["ADGEN_TLS_KEY"], "-out", files["ADGEN_TLS_CERT"]]
    subprocess.run(made, check=True, capture_output=True)
    return files | {"ADGEN_TLS": "files", "ADGEN_DOMAIN": "ads.example"}


def test_nginx_accepts_the_site_with_https(built: Path, secure: dict[str, str]) -> None:
    configured(built, ADGEN_HTTPS_PORT="8443", **secure)
    site = (built / "etc/nginx/sites-enabled/adgen").read_text()
    assert "return 308 https://$host:8443$request_uri;" in site
    assert "ssl http2" in site


@pytest.mark.parametrize("https", [False, True])
def test_certbots_answers_are_for_everybody(built: Path, secure: dict[str, str], *, https: bool) -> None:
    answer = built / "opt/adgen/acme/.well-known/acme-challenge/token"
    answer.parent.mkdir(parents=True)
    answer.write_text("ours")
    port = free_port()
    given = secure | {"ADGEN_HTTPS_PORT": str(free_port())} if https else {}
    ours = built / "etc/nginx/adgen/local/ours.conf"
    ours.parent.mkdir(parents=True)
    ours.write_text("deny all;")
    with running(configured(built, ADGEN_HTTP_PORT=str(port), **given), f"http://127.0.0.1:{port}") as site:
        got = httpx.get(f"{site}/.well-known/acme-challenge/token")
        assert (got.status_code, got.text) == (200, "ours")
        assert httpx.get(site).status_code == (308 if https else 403)


def test_pages_come_from_the_build(site: str) -> None:
    for path, text in {"/": "home", "/create": "create", "/create/": "create", "/ads/7f0c": "shell"}.items():
        answer = httpx.get(site + path)
        assert (answer.status_code, answer.text) == (200, text)
        assert answer.headers["cache-control"] == "no-cache"


def test_what_is_not_there_is_not_found(site: str) -> None:
    for path in ("/nothing", "/ads", "/ads/7f0c/more", "/assets/none.js", "/down.html", "/_media/ads/a%20b/ad.mp4"):
        assert httpx.get(site + path).status_code == 404
    assert httpx.get(f"{site}/nothing").text == "no such page"


@pytest.mark.parametrize("path", ["/", "/ads/7f0c", "/assets/app-123.js", "/nothing"])
def test_pages_have_the_headers_that_the_app_gives_them(site: str, path: str) -> None:
    answer = httpx.get(site + path, headers={"Accept-Encoding": "identity"})
    assert FOR_PAGES.items() <= {name.title(): value for name, value in answer.headers.items()}.items()


def test_the_only_pages_with_an_id_in_their_address_are_known_to_nginx() -> None:
    pages = "\n".join(file.read_text() for file in (ROOT / "adgen_app/ui/pages").glob("*.py"))
    dynamic = {path.partition("[")[0] for path in re.findall(r'@page\("([^"]*\[[^"]*)"', pages)}
    known = set(re.findall(r"location ~ \^(/\w+/)\[", (DEPLOY / "nginx/site.conf").read_text()))
    assert known == dynamic


def test_built_files_are_cached_for_good_and_sent_as_they_were_packed(site: str) -> None:
    answer = httpx.get(f"{site}/assets/app-123.js", headers={"Accept-Encoding": "identity"})
    assert (answer.text, answer.headers["cache-control"]) == ("script", "public, max-age=31536000, immutable")
    with httpx.stream("GET", f"{site}/assets/app-123.js", headers={"Accept-Encoding": "gzip"}) as packed:
        assert packed.headers["content-encoding"] == "gzip"
        assert b"".join(packed.iter_raw()) == b"packed"


def test_the_api_hears_who_asks_and_gets_a_request_id(site: str) -> None:
    seen = httpx.get(f"{site}/api/health", headers={"X-Forwarded-For": "6.6.6.6"}).text.lower()
    assert seen.startswith("/api/health")
    assert "x-forwarded-for: 127.0.0.1" in seen
    assert "6.6.6.6" not in seen
    assert "x-request-id: " in seen


def test_a_websocket_is_upgraded_and_other_requests_are_not(site: str) -> None:
    upgrade = httpx.get(f"{site}/_event/", headers={"Connection": "Upgrade", "Upgrade": "websocket"}).text.lower()
    assert "upgrade: websocket" in upgrade
    assert "connection: upgrade" in upgrade
    assert "upgrade" not in httpx.get(f"{site}/_event/").text.lower()


def test_nothing_comes_out_of_uploads_and_bodies_are_limited(site: str) -> None:
    assert httpx.get(f"{site}/_upload/photo.jpg").status_code == 404
    assert httpx.post(f"{site}/_upload", content=b"x" * 23_000_000).status_code == 200
    assert httpx.post(f"{site}/api/generate", content=b"x" * 2_000_000).status_code == 413
    assert httpx.post(f"{site}/api/assets", content=b"x" * 20_900_000).status_code == 200
    assert httpx.post(f"{site}/api/assets", content=b"x" * 23_000_000).status_code == 413


def test_nginx_sends_the_file_that_the_app_names(site: str) -> None:
    whole = httpx.get(f"{site}/api/video/1")
    assert (whole.status_code, whole.content, whole.headers["content-type"]) == (200, VIDEO, "video/mp4")
    assert whole.headers["content-disposition"] == 'inline; filename="ad.mp4"'
    assert whole.headers["cache-control"] == "private, max-age=3600"
    assert whole.headers["access-control-allow-origin"] == "https://shop.example"
    assert whole.headers["content-security-policy"] == FOR_PROGRAMS["Content-Security-Policy"]
    assert "x-accel-redirect" not in whole.headers
    part = httpx.get(f"{site}/api/video/1", headers={"Range": "bytes=10-19"})
    assert (part.status_code, part.content) == (206, VIDEO[10:20])


def test_without_the_app_people_get_a_page_and_programs_json(backend: ThreadingHTTPServer, site: str) -> None:
    backend.shutdown()
    backend.server_close()
    told = httpx.get(f"{site}/api/generations")
    assert (told.status_code, told.headers["content-type"]) == (503, "application/json")
    assert (
        told.json()
        == failures.Failure(error=failures.Fault(code=Unavailable.code, message=Unavailable.sentence)).model_dump()
    )
    assert told.headers["x-content-type-options"] == "nosniff"
    shown = httpx.post(f"{site}/api/browser/login", headers=HTML, data={"username": "maya"})
    assert (shown.status_code, shown.headers["retry-after"]) == (503, "10")
    assert "AdGen will be right back" in shown.text
    assert httpx.get(site).text == "home"


def test_what_the_app_says_is_down_is_passed_on(site: str) -> None:
    answer = httpx.get(f"{site}/api/database", headers=HTML)
    assert (answer.status_code, answer.text.splitlines()[0]) == (503, "/api/database")


def test_many_tries_to_log_in_are_slowed_down(site: str) -> None:
    answers = [httpx.post(f"{site}/api/auth/login", json={}) for _ in range(30)]
    assert [answer.status_code for answer in answers[:10]] == [200] * 10
    assert answers[-1].status_code == TooMany.status
    assert answers[-1].json()["error"] == {"code": TooMany.code, "message": TooMany.sentence}
    shown = httpx.post(f"{site}/api/browser/login", headers=HTML, data={"username": "maya"})
    assert (shown.status_code, "That was too often" in shown.text) == (429, True)
    assert httpx.get(f"{site}/api/health").status_code == 200


def test_figures_are_for_this_machine_alone() -> None:
    text = (DEPLOY / "nginx/site.conf").read_text()
    rules = re.search(r"location = /api/metrics \{\n(.*?)\n\}", text, re.DOTALL)
    assert rules
    assert [line.strip() for line in rules[1].splitlines()][:3] == ["allow 127.0.0.1;", "allow ::1;", "deny all;"]


def test_the_log_holds_no_links_signature(site: str, built: Path) -> None:
    httpx.get(f"{site}/api/video/1?token=hunter2")
    time.sleep(0.2)
    text = (built / "var/log/nginx/adgen.log").read_text()
    assert '"path":"/api/video/1"' in text or '"path":"/_media/' in text
    assert "hunter2" not in text


@pytest.mark.parametrize("name", ["down.html", "slow.html"])
def test_nginxs_own_pages_look_like_the_app(name: str) -> None:
    text = (DEPLOY / "nginx" / name).read_text()
    light, dark = (dict(re.findall(r"--(\w+): (#\w+)", part)) for part in text.split("@media")[:2])
    assert light == {token: theme.LIGHT[token] for token in light}
    assert dark == {token: theme.DARK[token] for token in dark}
    assert set(light) - {"primary"} == set(dark)
