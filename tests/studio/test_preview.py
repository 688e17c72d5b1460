from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageSequence

from adgen_app.domain.storyboard import Storyboard
from adgen_app.errors import StudioFailed
from adgen_app.studio import preview as module
from adgen_app.studio.cut import Cut
from adgen_app.studio.preview import preview


def test_a_preview_is_a_light_loop_of_several_scenes(square: Storyboard, finished: Cut, tmp_path: Path) -> None:
    target = tmp_path / "preview.webp"
    preview(square, finished.path, target)
    assert target.stat().st_size < 1_000_000
    with Image.open(target) as loop:
        assert (loop.size, loop.info["loop"]) == ((360, 360), 0)
        stills = [np.asarray(still.convert("RGB"), int) for still in ImageSequence.Iterator(loop)]
    assert 44 <= len(stills) <= 64
    jumps = [np.abs(one - two).mean() for one, two in pairwise(stills)]
    assert sum(jump > 8 for jump in jumps) >= 3
    assert min(still.std() for still in stills) > 5
    assert list(tmp_path.iterdir()) == [target]


def test_a_heavy_preview_is_made_again_lighter(
    square: Storyboard, finished: Cut, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    preview(square, finished.path, tmp_path / "usual.webp")
    usual = (tmp_path / "usual.webp").stat().st_size
    monkeypatch.setattr(module, "_HEAVIEST", usual - 1)
    preview(square, finished.path, tmp_path / "light.webp")
    assert (tmp_path / "light.webp").stat().st_size < usual


def test_what_is_no_film_is_refused(square: Storyboard, tmp_path: Path) -> None:
    (tmp_path / "ad.mp4").write_bytes(b"film")
    with pytest.raises(StudioFailed):
        preview(square, tmp_path / "ad.mp4", tmp_path / "preview.webp")
    assert [file.name for file in tmp_path.iterdir()] == ["ad.mp4"]
