"""Dockerfile and compose file as shipped: linted, and what they promise of the containers."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from adgen_app import build

ROOT = Path(__file__).parents[2]
DOCKERFILE = ROOT / "Dockerfile"
COMPOSE = ROOT / "compose.yaml"

Service = dict[str, Any]


def instructions() -> list[tuple[str, str]]:
    """The Dockerfile's instructions, with lines joined and comments gone."""
    text = re.sub(r"^#.*\n", "", DOCKERFILE.read_text(), flags=re.MULTILINE).replace("\\\n", " ")
    return [(name, rest) for name, _, rest in (line.partition(" ") for line in text.splitlines() if line.strip())]


def final_stage() -> list[tuple[str, str]]:
    steps = instructions()
    return steps[max(index for index, (name, _) in enumerate(steps) if name == "FROM") :]


def said(name: str) -> list[str]:
    return [rest for step, rest in final_stage() if step == name]


def services() -> dict[str, Service]:
    return yaml.safe_load(COMPOSE.read_text())["services"]


def test_hadolint_finds_nothing() -> None:
    hadolint = Path(sys.executable).with_name("hadolint")
    checked = subprocess.run([hadolint, DOCKERFILE], capture_output=True, text=True, check=False)
    assert (checked.stdout, checked.returncode) == ("", 0)


def test_the_image_runs_as_nobody_special_and_says_whether_it_is_well() -> None:
    assert said("USER") == ["10001:10001"]
    (check,) = said("HEALTHCHECK")
    assert "/api/health" in check
    assert "serve" in said("CMD")[0]


def test_what_builds_does_not_run() -> None:
    assert sum(name == "FROM" for name, _ in instructions()) == 2
    installed = " ".join(said("RUN"))
    assert not re.search(r"python3-venv|gcc|nodejs|git\b", installed)


def test_no_secret_gets_into_the_image() -> None:
    assert not [rest for name, rest in instructions() if name == "ARG"]
    assert not re.search(r"SECRET|PASSWORD|TOKEN|KEY", " ".join(rest for name, rest in instructions() if name == "ENV"))
    ignored = (ROOT / ".dockerignore").read_text().splitlines()
    assert next(line for line in ignored if not line.startswith("#")) == "*"
    assert not [line for line in ignored if line.startswith("!.env")]
    assert "**/.env*" in ignored


@pytest.mark.parametrize("needed", [*build._SOURCES, *build._PACKAGES, "alembic.ini", "alembic/env.py", ".npmrc"])
def test_what_the_pages_are_built_from_is_let_in(needed: str) -> None:
    let_in = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    assert needed.split("/", maxsplit=1)[0] in let_in


@pytest.mark.parametrize("name", ["web", "worker"])
def test_containers_of_ours_can_change_nothing_but_their_data(name: str) -> None:
    service = services()[name]
    assert service["read_only"]
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert "privileged" not in service


def test_only_the_proxy_is_open_to_the_world() -> None:
    published = {name: service.get("ports", []) for name, service in services().items()}
    assert all(port.startswith("127.0.0.1:") for port in published["web"])
    assert (published["worker"], published["postgres"]) == ([], [])
    assert published["caddy"] == ["80:80", "443:443"]
    assert services()["caddy"]["profiles"] == ["tls"]


def test_services_wait_for_those_they_need() -> None:
    for name in ("web", "worker"):
        assert services()[name]["depends_on"]["postgres"] == {"condition": "service_healthy"}
    assert "pg_isready" in services()["postgres"]["healthcheck"]["test"]
    assert services()["worker"]["deploy"]["replicas"] == "${ADGEN_WORKERS:-1}"


def test_secrets_come_from_outside_and_their_lack_is_said() -> None:
    text = COMPOSE.read_text()
    for secret in ("POSTGRES_PASSWORD", "SECRET_KEY"):
        assert re.findall(rf"\$\{{{secret}(.)", text)
        assert set(re.findall(rf"\$\{{{secret}(.)", text)) == {":"}
        assert f"${{{secret}:?" in text


def test_ads_and_database_outlive_the_containers() -> None:
    assert {volume for service in services().values() for volume in service.get("volumes", [])} == {
        "media:/var/lib/adgen",
        "database:/var/lib/postgresql/data",
        "certificates:/data",
    }


def has_compose() -> bool:
    docker = shutil.which("docker")
    return (
        bool(docker)
        and subprocess.run([docker, "compose", "version"], capture_output=True, check=False).returncode == 0
    )


@pytest.mark.skipif(not has_compose(), reason="docker compose is not on this machine")
def test_compose_accepts_the_file(tmp_path: Path) -> None:
    shutil.copy(COMPOSE, tmp_path)
    (tmp_path / ".env").write_text("SECRET_KEY=for-this-test-alone\nPOSTGRES_PASSWORD=for-this-test-alone\n")
    command = ["docker", "compose", "--profile", "tls", "config", "--quiet"]
    checked = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, "")
