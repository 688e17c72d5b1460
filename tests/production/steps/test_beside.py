from pathlib import Path

import pytest

from adgen_app.errors import StudioFailed
from adgen_app.production.steps import beside as step
from adgen_app.production.steps.beside import beside
from tests.studio.boards import COFFEE


def test_an_ad_without_a_preview_keeps_its_captions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise StudioFailed

    monkeypatch.setattr(step, "preview", fail)
    files = beside(tmp_path / "ad.mp4", COFFEE)
    assert [file.name for file in files] == ["captions.srt", "captions.vtt"]
    assert all("Meet Ember & Oak" in file.read_text().replace("&amp;", "&") for file in files)
