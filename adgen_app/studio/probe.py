"""A finished file, measured."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.error import FFmpegError
from av.video.stream import VideoStream

from adgen_app.domain.media import ColourTags, Media
from adgen_app.errors import StudioFailed
from adgen_app.studio.audio.level import loudness, true_peak
from adgen_app.studio.audio.wave import RATE, Sound

_BLOCK = round(0.4 * RATE)
"""Samples of the shortest sound whose loudness is defined (ITU-R BS.1770)."""
_HEADER = 8
_LONG_HEADER = 16


def probe(path: Path) -> Media:
    """Measure a video file: everything is read, the sound is decoded. Raises StudioFailed if it is no video."""
    try:
        with av.open(str(path)) as container:
            return _measured(container, path)
    except FFmpegError as error:
        raise StudioFailed("This file can't be read as a video.") from error


def _measured(container: InputContainer, path: Path) -> Media:
    if not container.streams.video:
        raise StudioFailed("This file holds no pictures.")
    video = container.streams.video[0]
    pictures = _pictures(container, video)
    context, rate = video.codec_context, video.average_rate
    audio = next(iter(container.streams.audio), None)
    sound = _sound(path) if audio else None
    heard = sound is not None and len(sound) >= _BLOCK
    size = path.stat().st_size
    seconds = (container.duration or 0) / 1_000_000
    return Media(
        width=context.width,
        height=context.height,
        frames=pictures.shown,
        fps=float(rate) if rate else 0.0,
        seconds=seconds,
        video_codec=context.name,
        profile=context.profile,
        pixel_format=context.pix_fmt,
        colour=_tags(video),
        closed_gop=pictures.closed,
        audio_codec=audio.codec_context.name if audio else None,
        sample_rate=audio.codec_context.sample_rate if audio else 0,
        channels=audio.codec_context.layout.nb_channels if audio else 0,
        bit_rate=round(size * 8 / seconds) if seconds else 0,
        bytes=size,
        moov_first=_moov_first(path),
        loudness_lufs=loudness(sound) if sound is not None and heard else None,
        true_peak_dbtp=true_peak(sound) if sound is not None and heard else None,
    )


class _Pictures(NamedTuple):
    shown: int
    closed: bool


def _pictures(container: InputContainer, video: VideoStream) -> _Pictures:
    """Count the pictures; a group is open if one that comes after a key frame is shown before it."""
    count, closed, key = 0, True, 0
    for packet in container.demux(video):
        if packet.pts is None:
            continue
        count += 1
        if packet.is_keyframe:
            key = packet.pts
        closed = closed and packet.pts >= key
    return _Pictures(count, closed)


def _tags(video: VideoStream) -> ColourTags:
    context = video.codec_context
    return ColourTags(
        matrix=_H273.get(context.colorspace),
        primaries=_H273.get(context.color_primaries),
        transfer=_H273.get(context.color_trc),
        range=_RANGES.get(context.color_range),
    )


_H273 = {1: "bt709", 4: "bt470m", 5: "bt470bg", 6: "smpte170m", 7: "smpte240m", 9: "bt2020"}
"""Code points of ITU-T H.273 that matrix, primaries, transfer share; the rest counts as not told."""
_RANGES = {1: "tv", 2: "pc"}


def _sound(path: Path) -> Sound:
    """The whole sound track, one column per channel: mono stays mono, everything else becomes stereo."""
    with av.open(str(path)) as container:
        stream = container.streams.audio[0]
        layout = "mono" if stream.codec_context.layout.nb_channels == 1 else "stereo"
        parts = list(_decoded(container, stream, AudioResampler("fltp", layout, RATE)))
    return np.concatenate(parts) if parts else np.zeros((0, 2), np.float32)


def _decoded(container: InputContainer, stream: AudioStream, resampler: AudioResampler) -> Iterator[Sound]:
    for frame in container.decode(stream):
        yield from (_columns(part) for part in resampler.resample(frame))
    yield from (_columns(part) for part in resampler.resample(None))


def _columns(part: AudioFrame) -> Sound:
    return np.asarray(part.to_ndarray(), dtype=np.float32).T


def _moov_first(path: Path) -> bool:
    """Whether the box with the index (moov) comes before the one with the pictures (mdat)."""
    with path.open("rb") as file:
        end = path.stat().st_size
        at = 0
        while at + _HEADER <= end:
            file.seek(at)
            header = file.read(_LONG_HEADER)
            kind, length = header[4:8], int.from_bytes(header[:4], "big")
            if kind in (b"moov", b"mdat"):
                return kind == b"moov"
            length = int.from_bytes(header[8:16], "big") if length == 1 else length
            at += max(length, _HEADER)
    return False
