"""The gallery shows what the studio can do, all of it."""

import re

import pytest

from adgen_app.domain.brand import Style
from adgen_app.domain.storyboard import SceneKind
from docs import gallery

SHOWN = re.findall(r"\]\(images/gallery/([\w-]+)\.webp\)", gallery.PAGE.read_text())


def test_the_page_is_what_the_command_writes() -> None:
    assert gallery.PAGE.read_text() == gallery.page()


@pytest.mark.parametrize("style", Style)
def test_every_style_is_shown(style: Style) -> None:
    assert {f"style-{style}", f"formats-{style}", f"change-{style}", f"photo-{style}"} <= set(SHOWN)


@pytest.mark.parametrize("kind", SceneKind)
def test_every_kind_of_scene_is_shown(kind: SceneKind) -> None:
    assert f"kind-{kind}" in SHOWN


def test_its_pictures_are_there_small_and_all_used() -> None:
    pictures = {file.stem: file.stat().st_size for file in gallery.PICTURES.iterdir()}
    assert set(pictures) == set(SHOWN)
    assert max(pictures.values()) < 120_000
