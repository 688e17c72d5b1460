import json
from pathlib import Path

import pytest
from reflex.utils import frontend_skeleton

from adgen_app import build
from adgen_app.errors import Unavailable


class Project:
    """A project in a folder, whose builds are counted."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.builds = 0
        for name in ("adgen_app/ui/page.py", "assets/logo.svg", "rxconfig.py", "requirements.lock", "README.md"):
            self.write(name, "first")

    def write(self, name: str, text: str) -> None:
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def build(self) -> None:
        self.builds += 1
        self.write(".web/build/client/index.html", "built")
        self.write("reflex.lock/package-lock.json", "pinned")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    project = Project(tmp_path)
    monkeypatch.setattr(build, "ROOT", tmp_path)
    monkeypatch.setattr(build, "_STAMP", tmp_path / ".web" / "build" / "adgen")
    monkeypatch.setattr(build, "_build", project.build)
    return project


def test_same_code_is_built_once(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert not build.is_built()
    build.build_if_changed()
    assert build.is_built()
    build.build_if_changed()
    assert project.builds == 1
    assert capsys.readouterr().out.count("Building the pages") == 1


@pytest.mark.parametrize(
    "changed",
    [
        "adgen_app/ui/page.py",
        "adgen_app/ui/new.py",
        "assets/logo.svg",
        "rxconfig.py",
        "requirements.lock",
        "reflex.lock/package-lock.json",
    ],
)
def test_changed_code_is_built_again(changed: str, project: Project) -> None:
    build.build_if_changed()
    project.write(changed, "second")
    assert not build.is_built()
    build.build_if_changed()
    assert project.builds == 2


def test_words_about_the_code_are_not_built(project: Project) -> None:
    build.build_if_changed()
    project.write("README.md", "second")
    assert build.is_built()


def test_other_api_address_is_built_again(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    build.build_if_changed()
    monkeypatch.setenv("REFLEX_API_URL", "https://api.example.com")
    assert not build.is_built()


def test_build_that_fails_is_no_build(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise Unavailable("no registry")

    monkeypatch.setattr(build, "_build", fail)
    with pytest.raises(Unavailable):
        build.build_if_changed()
    assert not build.is_built()


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("npm error code ENOTFOUND", "The npm registry can't be reached"),
        ("SyntaxError: invalid syntax", "The pages could not be built. Reflex says:\nSyntaxError: invalid syntax"),
    ],
)
def test_failure_says_why(said: str, sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "python"
    program.write_text(f'#!/bin/sh\necho "{said}"\nexit 1\n')
    program.chmod(0o755)
    monkeypatch.setattr(build, "ROOT", tmp_path)
    monkeypatch.setattr(build, "_STAMP", tmp_path / "stamp")
    monkeypatch.setattr("sys.executable", str(program))
    (tmp_path / "rxconfig.py").touch()
    with pytest.raises(Unavailable, match=sentence):
        build.build_if_changed()


def test_pinned_packages_are_in_the_order_that_reflex_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(build.ROOT)
    kept, rendered = Path("reflex.lock/package.json").read_text(), frontend_skeleton._compile_package_json()
    ordered = [json.loads(text, object_pairs_hook=list) for text in (kept, rendered)]
    assert ordered[0] == ordered[1], "building would leave a change in the tree"
