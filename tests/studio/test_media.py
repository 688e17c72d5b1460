from pathlib import Path

import pytest

from adgen_app.errors import StudioFailed
from adgen_app.studio.cut import cut
from adgen_app.studio.fingerprint import chunk
from adgen_app.studio.media import located, require
from tests.studio.boards import WATCH

NAME = f"{'ab' * 32}.png"
BRANDED = WATCH.model_copy(update={"brand": WATCH.brand.model_copy(update={"logo": NAME})})


def test_what_an_ad_needs_is_asked_for_before_work_begins(tmp_path: Path) -> None:
    with pytest.raises(StudioFailed, match="no folder"):
        cut(BRANDED, tmp_path / "ad.mp4", workspace=tmp_path / "parts")
    with pytest.raises(StudioFailed, match=NAME):
        cut(BRANDED, tmp_path / "ad.mp4", workspace=tmp_path / "parts", media=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_is_there_is_found(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"a picture")
    require(BRANDED, tmp_path)
    require(WATCH, None)
    assert located(tmp_path, NAME).read_bytes() == b"a picture"


def test_another_logo_makes_another_end_card_and_leaves_the_rest() -> None:
    last = WATCH.frames
    assert chunk(BRANDED, last - 60, last) != chunk(WATCH, last - 60, last)
    assert chunk(BRANDED, 0, 60) == chunk(WATCH, 0, 60)


def test_another_photo_makes_only_its_scene_again() -> None:
    first, *others = WATCH.scenes
    shown = WATCH.model_copy(update={"scenes": (first.model_copy(update={"photo": NAME}), *others)})
    assert shown.media == {NAME}
    assert chunk(shown, 0, 60) != chunk(WATCH, 0, 60)
    assert chunk(shown, WATCH.frames - 60, WATCH.frames) == chunk(WATCH, WATCH.frames - 60, WATCH.frames)
