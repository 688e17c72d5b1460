"""What the documentation promises of the tree, held against the tree."""

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from pydantic import SecretStr
from pydantic_core import PydanticUndefined

from adgen_app.config import Settings

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
SETTINGS = {str(field.validation_alias): field for field in Settings.model_fields.values()}
EXAMPLES = dict(re.findall(r"^#([A-Z_]+)=(.*)$", (ROOT / ".env.example").read_text(), re.MULTILINE))
DOCUMENTED = dict(
    re.findall(r"^\| `([A-Z_]+)` \| (.+?) \|", (DOCS / "configuration.md").read_text(), re.MULTILINE),
)


def test_every_setting_is_in_the_example_file_and_in_the_documentation() -> None:
    assert set(EXAMPLES) == set(SETTINGS)
    assert set(DOCUMENTED) == set(SETTINGS)


def test_uncommented_examples_change_nothing(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("\n".join(f"{name}={value}" for name, value in EXAMPLES.items()))
    assert Settings(_env_file=file) == Settings(_env_file=None)


@pytest.mark.parametrize("name", SETTINGS)
def test_the_documentation_names_the_default_that_the_example_shows(name: str) -> None:
    if EXAMPLES[name]:
        assert DOCUMENTED[name] == f"`{EXAMPLES[name]}`"
    else:
        assert SETTINGS[name].default in ("", PydanticUndefined, SecretStr(""))


# --- docs/architecture.md ---

PACKAGE = ROOT / "adgen_app"
ARCHITECTURE = (DOCS / "architecture.md").read_text()
PLACES = set(re.findall(r"`([\w/.]+)`", ARCHITECTURE))
MODULES = sorted(PACKAGE.rglob("*.py"))


def packages() -> list[str]:
    found = (path.parent.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("__init__.py"))
    return sorted(f"{name}/" for name in found if name != ".")


@pytest.mark.parametrize("place", packages())
def test_every_package_is_on_the_architecture_page(place: str) -> None:
    assert place in PLACES


@pytest.mark.parametrize("module", sorted(path.name for path in PACKAGE.glob("[a-z]*.py")))
def test_every_module_at_the_top_is_on_the_architecture_page(module: str) -> None:
    assert module in PLACES


def tracked(pattern: str) -> list[Path]:
    """What the repository holds, rather than what lies about here."""
    listed = subprocess.run(["git", "ls-files", "-z", pattern], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in listed.stdout.split("\0") if name]


def links(page: Path) -> list[str]:
    return [link for link in re.findall(r"\]\(([^)#]+)\)", page.read_text()) if "://" not in link]


@pytest.mark.parametrize("page", tracked("*.md"), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    assert [link for link in links(page) if not (page.parent / link).exists()] == []


# --- docs/adr ---

RECORDS = sorted((DOCS / "adr").glob("*.md"))
CONTRACTS = {
    contract["name"]
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
}


def test_decisions_are_numbered_without_a_gap() -> None:
    assert [int(record.name[:4]) for record in RECORDS] == list(range(1, len(RECORDS) + 1))
    assert len(RECORDS) >= 13


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.stem)
def test_a_decision_has_its_parts_on_one_page(record: Path) -> None:
    text = record.read_text()
    assert text.startswith(f"# {int(record.name[:4])}. ")
    parts = re.findall(r"^\*\*(.+?)\*\*", text, re.MULTILINE)
    assert [part.strip(".") for part in parts] == ["Context", "Decision", "Consequences", "Kept by"]
    assert len(text.splitlines()) <= 60


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.stem)
def test_what_keeps_a_decision_is_there(record: Path) -> None:
    kept = record.read_text().split("**Kept by**")[1]
    named = {*re.findall(r'"([^"]+)"', kept), *re.findall(r"`([^`]+)`", kept)}
    missing = [name for name in named if name not in CONTRACTS and not (ROOT / name).exists()]
    assert (missing, bool(named)) == ([], True)


# --- the tree ---


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_is_small_and_says_in_one_sentence_what_it_is(module: Path) -> None:
    text = module.read_text()
    sentence = (ast.get_docstring(ast.parse(text)) or "").split("\n\n")[0]
    assert sentence.endswith(".")
    assert not re.search(r"[.!?] [A-Z]", sentence)
    assert len(text.splitlines()) <= 250


def test_no_module_has_a_name_that_says_nothing() -> None:
    nothing = {"utils", "helpers", "common", "manager", "data", "info", "process"}
    assert [path for path in MODULES if path.stem in nothing] == []
