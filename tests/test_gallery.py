"""The gallery shows what the studio can do, all of it."""

import re
from pathlib import Path

import cv2
import numpy as np
import pytest

from adgen_app.domain.brand import Style
from adgen_app.domain.storyboard import SceneKind
from docs import gallery
from tests.studio.golden import Picture, distance

SHOWN = re.findall(r"\]\(images/gallery/([\w-]+)\.webp\)", gallery.PAGE.read_text())
STALE = 4.0
"""Distance from which on an eye sees that something was changed since."""


def test_the_page_is_what_the_command_writes() -> None:
    assert gallery.PAGE.read_text() == gallery.page()


@pytest.mark.parametrize("style", Style)
def test_every_style_is_shown(style: Style) -> None:
    assert {f"style-{style}", f"formats-{style}", f"change-{style}", f"photo-{style}", f"captions-{style}"} <= set(
        SHOWN
    )


@pytest.mark.parametrize("kind", SceneKind)
def test_every_kind_of_scene_is_shown(kind: SceneKind) -> None:
    assert f"kind-{kind}" in SHOWN


def test_its_pictures_are_there_small_and_all_used() -> None:
    pictures = {file.stem: file.stat().st_size for file in gallery.PICTURES.iterdir()}
    assert set(pictures) == set(SHOWN)
    assert max(pictures.values()) < 120_000


@pytest.mark.slow
def test_its_pictures_are_as_the_command_draws_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gallery, "PICTURES", tmp_path / "drawn")
    gallery.PICTURES.mkdir()
    gallery.draw_pictures(tmp_path)
    kept = gallery.PAGE.parent / "images" / "gallery"
    apart = {file.stem: distance(picture(file), picture(kept / file.name)) for file in gallery.PICTURES.iterdir()}
    assert set(apart) == set(SHOWN)
    assert not {name: far for name, far in apart.items() if far > STALE}, "run docs.gallery, look, commit"


def picture(file: Path) -> Picture:
    return np.asarray(cv2.imread(str(file)), np.uint8)
