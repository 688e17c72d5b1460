from itertools import pairwise
from pathlib import Path

import av
import pytest

from adgen_app.domain.formats import Size
from adgen_app.studio.film.encode import PLAIN
from adgen_app.studio.film.limit import encoder_per_core, one_encoder

SIZE = Size(64, 96)
FRAMES = 100


@pytest.fixture
def ready(tmp_path: Path) -> Path:
    """Frames that get brighter."""
    source = tmp_path / "frames.yuv"
    luma, chroma = SIZE.width * SIZE.height, SIZE.width * SIZE.height // 2
    source.write_bytes(b"".join(bytes([16 + number]) * luma + bytes([128]) * chroma for number in range(FRAMES)))
    return source


def brightness(file: Path) -> list[float]:
    with av.open(str(file)) as container:
        return [frame.to_ndarray()[: SIZE.height].mean() for frame in container.decode(video=0)]


def test_one_encoder_takes_every_frame_in_order(ready: Path, tmp_path: Path) -> None:
    assert one_encoder(ready, SIZE, tmp_path) > 0
    found = brightness(tmp_path / "whole.mp4")
    assert len(found) == FRAMES
    assert all(one <= following for one, following in pairwise(found))


def test_a_plain_encoder_takes_every_frame(ready: Path, tmp_path: Path) -> None:
    assert one_encoder(ready, SIZE, tmp_path, PLAIN) > 0
    assert len(brightness(tmp_path / "whole.mp4")) == FRAMES


def test_an_encoder_per_core_takes_every_frame_once(ready: Path, tmp_path: Path) -> None:
    assert encoder_per_core(ready, SIZE, tmp_path) > 0
    parts = sorted(tmp_path.glob("[0-9]*.mp4"), key=lambda file: int(file.stem))
    found = [shade for part in parts for shade in brightness(part)]
    assert len(found) == FRAMES
    assert found[0] == pytest.approx(16, abs=2)
    assert found[-1] == pytest.approx(16 + FRAMES - 1, abs=2)
