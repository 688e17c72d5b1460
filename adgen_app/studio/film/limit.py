"""The encoder alone on frames that are ready: the speed that no cut can exceed."""

import os
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from adgen_app.domain.formats import Size
from adgen_app.domain.storyboard import Storyboard
from adgen_app.studio.film.encode import CHUNK, SETTINGS, write
from adgen_app.studio.film.planes import planes
from adgen_app.studio.frame import draw

Planes = NDArray[np.uint8]
"""Frames x rows x columns, yuv420p: luma above both chromas."""
_ALL_CORES = 0


def draw_all(storyboard: Storyboard, target: Path) -> None:
    """Write all frames of an ad to a file, as the planes that the encoder takes."""
    with target.open("wb") as file:
        for picture in planes(draw(storyboard, number) for number in range(storyboard.frames)):
            file.write(picture.to_ndarray().tobytes())


def one_encoder(source: Path, size: Size, folder: Path, settings: Mapping[str, str] = SETTINGS) -> float:
    """Seconds that one encoder takes that may use all cores."""
    ready = _opened(source, size)
    started = time.monotonic()
    write(_pictures(ready), size, folder / "whole.mp4", _ALL_CORES, settings)
    return time.monotonic() - started


def encoder_per_core(source: Path, size: Size, folder: Path) -> float:
    """Seconds that it takes when each core encodes chunks of its own."""
    ready = _opened(source, size)
    started = time.monotonic()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for done in [
            pool.submit(write, _pictures(ready[first : first + CHUNK]), size, folder / f"{first}.mp4", 1)
            for first in range(0, len(ready), CHUNK)
        ]:
            done.result()
    return time.monotonic() - started


def _opened(source: Path, size: Size) -> Planes:
    """The file's frames, in memory before anybody looks at the clock."""
    rows = size.height * 3 // 2
    return np.fromfile(source, np.uint8).reshape(-1, rows, size.width)


def _pictures(ready: Planes) -> Iterator[av.VideoFrame]:
    return (av.VideoFrame.from_numpy_buffer(frame, format="yuv420p") for frame in ready)
