"""Music and voices as people have them, made into what the studio reads."""

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

from adgen_app.domain.asset import AssetKind, MediaName
from adgen_app.errors import Unreadable
from adgen_app.studio.audio.aac import BIT_RATE
from adgen_app.studio.audio.wave import RATE

_QUIET = 0.001
"""Of full scale, -60 dB: a sound that never gets louder is silence."""
_FORMATS = "mp3,wav,flac,ogg,aac,mov,mp4,m4a,matroska,webm,aiff,w64,caf,asf,amr,ac3,eac3,au,wv,ape,tta"
"""None that is a list of other files or addresses, which whoever reads them would fetch."""
_SEALED = {"format_whitelist": _FORMATS, "protocol_whitelist": "none"}


class Wanted(NamedTuple):
    """What a sound is taken in for."""

    name: str
    code: str
    shortest: float
    longest: float
    """Seconds."""


WANTED = {
    AssetKind.TRACK: Wanted("track", "TRACK", 3, 600),
    AssetKind.VOICE: Wanted("recording", "VOICE", 0.5, 120),
}


class Track(NamedTuple):
    """A sound in the studio's form: AAC LC, 48 kHz, stereo, in m4a."""

    data: bytes
    name: MediaName
    seconds: float


def normalise(data: bytes, kind: AssetKind = AssetKind.TRACK) -> Track:
    """Any sound, a video's too. Title, artist, picture are dropped. Raises Unreadable."""
    target, wanted = BytesIO(), WANTED[kind]
    try:
        with av.open(BytesIO(data), "r", options=_SEALED) as source:
            if not source.streams.audio:
                raise Unreadable("There is no sound in this file. Please choose an MP3, WAV or M4A.", code="NO_SOUND")
            if (source.duration or 0) > wanted.longest * 1_000_000:
                raise _long(wanted)
            heard = _Heard(wanted)
            _write(heard.listen(_blocks(source.decode(source.streams.audio[0]))), target)
    except (FFmpegError, ValueError, EOFError) as error:
        raise Unreadable(
            "This file holds no sound that we can read. Please choose an MP3, WAV, M4A, OGG or FLAC.",
            code=f"NOT_A_{wanted.code}",
        ) from error
    heard.judge()
    written = target.getvalue()
    return Track(written, f"{hashlib.sha256(written).hexdigest()}.m4a", heard.samples / RATE)


class _Heard:
    """How long and how loud a sound was that passed by."""

    def __init__(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self.samples = 0
        self.peak = 0.0

    def listen(self, blocks: Iterator[AudioFrame]) -> Iterator[AudioFrame]:
        """Pass the blocks on. Raises Unreadable as soon as there are too many, whatever the file said of itself."""
        for block in blocks:
            block.pts = self.samples
            self.samples += block.samples
            self.peak = max(self.peak, float(np.abs(np.asarray(block.to_ndarray())).max(initial=0.0)))
            if self.samples > self.wanted.longest * RATE:
                raise _long(self.wanted)
            yield block

    def judge(self) -> None:
        """Raise Unreadable for a sound that is none for an ad."""
        name, code, shortest, _ = self.wanted
        if self.samples < shortest * RATE:
            message = f"This {name} is too short. It needs at least {shortest:g} seconds."
            raise Unreadable(message, code=f"{code}_TOO_SHORT")
        if not self.peak >= _QUIET:
            raise Unreadable(f"This {name} is silent.", code=f"{code}_SILENT")


def _long(wanted: Wanted) -> Unreadable:
    message = f"This {wanted.name} is longer than {wanted.longest / 60:g} minutes. Please cut it."
    return Unreadable(message, code=f"{wanted.code}_TOO_LONG")


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
