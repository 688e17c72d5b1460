"""Chunks joined by stream copy, with their sound."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import av
from av.audio.stream import AudioStream
from av.container import InputContainer, OutputContainer
from av.video.stream import VideoStream

from adgen_app.domain.formats import FPS
from adgen_app.errors import StudioFailed


def join(chunks: Sequence[Path], sound: Path, target: Path) -> None:
    """One mp4 with its index in front; pictures and sound are copied, not encoded again."""
    with (
        ExitStack() as held,
        av.open(str(sound)) as music,
        av.open(str(target), "w", format="mp4", options={"movflags": "+faststart"}) as joined,
    ):
        parts = _opened(chunks, held)
        first = parts[0].streams.video[0]
        pictures = joined.add_stream_from_template(first)
        pictures.time_base = first.time_base
        tones = joined.add_stream_from_template(music.streams.audio[0])
        joined.metadata["comment"] = "Made with AdGen"
        _copy_pictures(joined, pictures, parts)
        _copy_sound(joined, tones, music)


def _opened(chunks: Sequence[Path], held: ExitStack) -> list[InputContainer]:
    """All at once: opening one decodes a frame of it."""
    with ThreadPoolExecutor() as pool:
        return [held.enter_context(part) for part in pool.map(av.open, map(str, chunks))]


def _copy_pictures(joined: OutputContainer, pictures: VideoStream, parts: Sequence[InputContainer]) -> None:
    header: bytes | None = None
    begun = 0
    for part in parts:
        stream = part.streams.video[0]
        extradata = stream.codec_context.extradata
        header = header or extradata
        if extradata != header:
            raise StudioFailed("The parts of the ad were encoded in different ways and can't be joined.")
        tick = round(1 / (FPS * stream.time_base)) if stream.time_base else 1
        for packet in part.demux(stream):
            if packet.dts is None or packet.pts is None:
                continue
            packet.pts += begun * tick
            packet.dts += begun * tick
            packet.stream = pictures
            joined.mux(packet)
        begun += stream.frames


def _copy_sound(joined: OutputContainer, tones: AudioStream, music: InputContainer) -> None:
    for packet in music.demux(music.streams.audio[0]):
        if packet.dts is not None:
            packet.stream = tones
            joined.mux(packet)
