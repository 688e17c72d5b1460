"""What the documentation promises of the tree, held against the tree."""

import re
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
