"""What every page has."""

import re

import pytest

from adgen_app.config import ROOT
from adgen_app.ui import page

SOURCES = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "adgen_app" / "ui").rglob("*.py"))


@pytest.mark.parametrize("asset", sorted(set(re.findall(r'"(/[\w/-]+\.(?:svg|png|css|webp))"', SOURCES))))
def test_pictures_that_pages_name_exist(asset: str) -> None:
    assert (ROOT / "assets" / asset.lstrip("/")).is_file()


def test_the_description_fits_a_search_result() -> None:
    assert 50 <= len(page.DESCRIPTION) <= 160
