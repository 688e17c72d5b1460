"""Music as people have it, made into a track as the studio reads it."""

import hashlib
from collections.abc import Iterator
from io import BytesIO
from itertools import chain
from typing import NamedTuple

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.audio.stream import AudioStream
from av.error import FFmpegError

from adgen_app.domain.asset import MediaName
from adgen_app.errors import Unreadable
from adgen_app.studio.audio.aac import BIT_RATE
from adgen_app.studio.audio.wave import RATE

LONGEST_SECONDS = 600
SHORTEST_SECONDS = 3
_QUIET = 0.001
"""Of full scale, -60 dB: a track that never gets louder is silence."""
_FORMATS = "mp3,wav,flac,ogg,aac,mov,mp4,m4a,matroska,webm,aiff,w64,caf,asf,amr,ac3,eac3,au,wv,ape,tta"
"""None that is a list of other files or addresses, which whoever reads them would fetch."""
_SEALED = {"format_whitelist": _FORMATS, "protocol_whitelist": "none"}


class Track(NamedTuple):
    """Music in the studio's form: AAC LC, 48 kHz, stereo, in m4a."""

    data: bytes
    name: MediaName
    seconds: float


def normalise(data: bytes) -> Track:
    """Any sound, a video's too. Title, artist, picture are dropped. Raises Unreadable."""
    target = BytesIO()
    try:
        with av.open(BytesIO(data), "r", options=_SEALED) as source:
            if not source.streams.audio:
                raise Unreadable("There is no sound in this file. Please choose an MP3, WAV or M4A.", code="NO_SOUND")
            if (source.duration or 0) > LONGEST_SECONDS * 1_000_000:
                raise _long()
            heard = _Heard()
            _write(heard.listen(_blocks(source.decode(source.streams.audio[0]))), target)
    except (FFmpegError, ValueError, EOFError) as error:
        raise Unreadable(
            "This file is no music that we can read. Please choose an MP3, WAV, M4A, OGG or FLAC.", code="NOT_A_TRACK"
        ) from error
    heard.judge()
    written = target.getvalue()
    return Track(written, f"{hashlib.sha256(written).hexdigest()}.m4a", heard.samples / RATE)


class _Heard:
    """How long and how loud a sound was that passed by."""

    def __init__(self) -> None:
        self.samples = 0
        self.peak = 0.0

    def listen(self, blocks: Iterator[AudioFrame]) -> Iterator[AudioFrame]:
        """Pass the blocks on. Raises Unreadable as soon as there are too many, whatever the file said of itself."""
        for block in blocks:
            block.pts = self.samples
            self.samples += block.samples
            self.peak = max(self.peak, float(np.abs(np.asarray(block.to_ndarray())).max(initial=0.0)))
            if self.samples > LONGEST_SECONDS * RATE:
                raise _long()
            yield block

    def judge(self) -> None:
        """Raise Unreadable for a track that is no music to go under an ad."""
        if self.samples < SHORTEST_SECONDS * RATE:
            raise Unreadable(
                f"This track is too short. It needs at least {SHORTEST_SECONDS} seconds.", code="TRACK_TOO_SHORT"
            )
        if not self.peak >= _QUIET:
            raise Unreadable("This track is silent.", code="TRACK_SILENT")


def _long() -> Unreadable:
    limit = f"{LONGEST_SECONDS // 60} minutes"
    return Unreadable(f"This track is longer than {limit}. Please cut it.", code="TRACK_TOO_LONG")


def _blocks(frames: Iterator[AudioFrame]) -> Iterator[AudioFrame]:
    """At our rate, in two channels, as long as each block of the encoder."""
    resampler = AudioResampler("fltp", "stereo", RATE, frame_size=1024)
    for frame in chain(frames, (None,)):
        if frame is not None:
            frame.pts = None
        yield from resampler.resample(frame)


def _write(blocks: Iterator[AudioFrame], target: BytesIO) -> None:
    """The same sound always gives the same bytes: nothing about the encoder or the time is written."""
    with av.open(target, "w", format="mp4", container_options={"fflags": "+bitexact"}) as container:
        stream = container.add_stream("aac", rate=RATE, layout="stereo")
        assert isinstance(stream, AudioStream)  # noqa: S101 - narrows the type that PyAV leaves open
        stream.bit_rate = BIT_RATE
        for block in blocks:
            container.mux(stream.encode(block))
        container.mux(stream.encode(None))
