"""Sound to AAC, AAC to sound."""

from math import inf
from pathlib import Path

import av
import numpy as np
from av.audio.stream import AudioStream

from adgen_app.studio.audio.wave import RATE, Sound

BIT_RATE = 192_000
_BLOCK = 1024


def write(sound: Sound, target: Path) -> None:
    """Encode as AAC LC, 48 kHz stereo, 192 kbit/s, in an mp4 container."""
    with av.open(str(target), "w", format="mp4") as container:
        stream = container.add_stream("aac", rate=RATE, layout="stereo")
        assert isinstance(stream, AudioStream)  # noqa: S101 - narrows the type that PyAV leaves open
        stream.bit_rate = BIT_RATE
        for start in range(0, len(sound), _BLOCK):
            planes = np.ascontiguousarray(sound[start : start + _BLOCK].T)
            block = av.AudioFrame.from_ndarray(planes, format="fltp", layout="stereo")
            block.sample_rate, block.pts = RATE, start
            container.mux(stream.encode(block))
        container.mux(stream.encode(None))


def read(source: Path, longest: float = inf) -> Sound:
    """The samples of a file's first sound track, of at most `longest` seconds (and what is left of a block)."""
    blocks: list[Sound] = []
    with av.open(str(source)) as container:
        for frame in container.decode(audio=0):
            blocks.append(frame.to_ndarray().T.astype(np.float32, copy=False))
            if len(blocks) * _BLOCK >= longest * RATE:
                break
    return np.concatenate(blocks)
