"""Frames in, one closed group of pictures out."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import av
from av.video.codeccontext import VideoCodecContext
from av.video.stream import VideoStream

from adgen_app.domain.formats import FPS, Size
from adgen_app.studio.film.planes import planes
from adgen_app.studio.look.pixels import Frame

CHUNK = 32
"""Frames of a chunk, at most: one closed GOP."""
_BT709 = 1
_LIMITED = 1
CRF = 18
"""Far above what platforms ask for: they encode once more, and dark gradients show steps from about 20 on."""
_THREADS = 2
"""Always the same number: the encoder's output depends on it."""
PRESET = "veryfast"

_GOP = f"keyint={CHUNK}:min-keyint={CHUNK}:scenecut=0:open-gop=0:force-cfr=1"
_STRAIGHT_ON = "mbtree=0:b-adapt=0:weightp=0:partitions=i8x8,i4x4"
"""Look at no frame twice, and don't split what moves: words, shapes and light move as wholes. On drawn ads that takes
two fifths of the encoder's time away, in files of the same size."""
PLAIN = {"preset": PRESET, "crf": str(CRF), "profile": "high"}
"""The preset as it comes."""
SETTINGS = {**PLAIN, "x264-params": f"{_GOP}:{_STRAIGHT_ON}:aq-mode=3"}


def encode(frames: Iterable[Frame], size: Size, target: Path) -> None:
    """Encode at most `CHUNK` frames as H.264 high, yuv420p, BT.709; `target` appears only when it is complete."""
    write(planes(frames), size, target, _THREADS)


def write(
    pictures: Iterable[av.VideoFrame], size: Size, target: Path, threads: int, settings: Mapping[str, str] = SETTINGS
) -> None:
    """Encode planes; `threads` 0 leaves their number to the encoder."""
    unfinished = target.with_suffix(f".{os.getpid()}.part")
    try:
        with av.open(str(unfinished), "w", format="mp4") as container:
            stream = container.add_stream("libx264", rate=FPS)
            assert isinstance(stream, VideoStream)  # noqa: S101 - narrows the type that PyAV leaves open
            _configure(stream, size, threads)
            stream.codec_context.options = dict(settings)
            for number, picture in enumerate(pictures):
                picture.pts = number
                container.mux(stream.encode(picture))
            container.mux(stream.encode(None))
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def _configure(stream: VideoStream, size: Size, threads: int) -> None:
    context: VideoCodecContext = stream.codec_context
    context.width, context.height = size
    context.pix_fmt = "yuv420p"
    context.gop_size = CHUNK
    context.thread_count = threads
    context.thread_type = "FRAME"
    context.color_range = _LIMITED
    context.colorspace = context.color_primaries = context.color_trc = _BT709
