"""A few seconds of an ad that play by themselves: an animated WebP."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from uuid import uuid4

import av
from av.container import InputContainer
from av.error import FFmpegError
from av.video.frame import VideoFrame
from av.video.reformatter import VideoReformatter
from av.video.stream import VideoStream

from adgen_app.domain.formats import FPS
from adgen_app.domain.storyboard import Storyboard
from adgen_app.errors import StudioFailed
from adgen_app.studio.thumbnail import rank

_WIDTH = 360
_EVERY = 2
"""Of so many frames one is kept."""
_SECONDS = 3.6
_MOMENTS = 4
_AFTER = 10
"""Frames after a cut, when its transition is over and its words come in."""
_HEAVIEST = 1_000_000
_QUALITIES = (66, 48, 30, 15)


def preview(storyboard: Storyboard, film: Path, target: Path) -> None:
    """Write moments of a finished ad as a loop of 360 pixels' width and at most 1 MB. Raises StudioFailed."""
    unfinished = target.with_name(f".{uuid4().hex}.part")
    try:
        with av.open(str(film)) as container:
            pictures = list(_pictures(container, _windows(storyboard)))
        for quality in _QUALITIES:
            _write(pictures, unfinished, quality)
            if unfinished.stat().st_size <= _HEAVIEST:
                break
        unfinished.replace(target)
    except FFmpegError as error:
        raise StudioFailed("The preview could not be written.") from error
    finally:
        unfinished.unlink(missing_ok=True)


def _windows(storyboard: Storyboard) -> list[range]:
    """Frames of the most telling scenes, in their order."""
    scenes = list(zip(storyboard.scenes, pairwise(storyboard.cuts), strict=True))
    best = sorted(range(len(scenes)), key=lambda at: rank(scenes[at][0].kind))[:_MOMENTS]
    frames = round(_SECONDS * FPS / len(best))
    firsts = (scenes[at][1][0] + _AFTER for at in sorted(best))
    return [range(first, first + frames, _EVERY) for first in firsts]


def _pictures(container: InputContainer, windows: list[range]) -> Iterator[VideoFrame]:
    stream = container.streams.video[0]
    stream.thread_type = "AUTO"
    base = stream.time_base
    if base is None:
        raise StudioFailed("This ad can't be read.")
    shrink = VideoReformatter()
    width, height = _WIDTH, round(_WIDTH * stream.height / stream.width / 2) * 2
    for window in windows:
        container.seek(round(window.start / FPS / base), stream=stream)
        for picture in container.decode(stream):
            number = round((picture.pts or 0) * base * FPS)
            if number >= window.stop:
                break
            if number in window:
                yield shrink.reformat(picture, width, height, "yuv420p", interpolation="AREA")


def _write(pictures: list[VideoFrame], target: Path, quality: int) -> None:
    with av.open(str(target), "w", format="webp", options={"loop": "0"}) as container:
        stream = container.add_stream("libwebp_anim", rate=FPS // _EVERY)
        assert isinstance(stream, VideoStream)  # noqa: S101 - narrows the type that PyAV leaves open
        stream.width, stream.height, stream.pix_fmt = pictures[0].width, pictures[0].height, "yuv420p"
        stream.codec_context.options = {"quality": str(quality), "compression_level": "4"}
        for number, picture in enumerate(pictures):
            picture.pts, picture.time_base = number, Fraction(_EVERY, FPS)
            container.mux(stream.encode(picture))
        container.mux(stream.encode(None))
