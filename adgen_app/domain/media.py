"""A finished file's measurements: what the studio probes, what the checks judge."""

from typing import NamedTuple

from adgen_app.domain.value import Value


class ColourTags(NamedTuple):
    """How a player is told to read the colours: names as FFmpeg spells them, None where the file says nothing."""

    matrix: str | None
    primaries: str | None
    transfer: str | None
    range: str | None


class Media(Value):
    """Measured facts about a video file."""

    width: int
    height: int
    frames: int
    fps: float
    seconds: float
    video_codec: str
    """As FFmpeg names it: `h264`."""
    profile: str | None
    """As FFmpeg names it: `High`."""
    pixel_format: str | None
    colour: ColourTags
    closed_gop: bool
    """Every key frame is one that a player can start from without what came before."""
    audio_codec: str | None
    """None: the file has no sound track."""
    sample_rate: int
    channels: int
    bit_rate: int
    """Of the whole file, in bits per second."""
    bytes: int
    moov_first: bool
    """The index stands before the pictures, so that a player starts before it has everything."""
    loudness_lufs: float | None
    """Integrated, ITU-R BS.1770; None without sound or with less than 0.4 s of it, -inf for silence."""
    true_peak_dbtp: float | None
    """Highest peak, between samples too; None without sound, -180 for silence."""
