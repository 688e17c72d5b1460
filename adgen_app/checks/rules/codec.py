"""Codec: every platform and every browser plays the file."""

from collections.abc import Iterator

from adgen_app.checks.finding import Finding, Level
from adgen_app.domain.formats import FPS
from adgen_app.domain.media import Media
from adgen_app.domain.storyboard import Storyboard

RULE = "codec"
SOURCE = "Meta ads API media requirements: H.264, 4:2:0, closed GOP, constant 24-60 fps, AAC up to 48 kHz"
MOST_HERTZ = 48_000
BT709 = "bt709"


def check(storyboard: Storyboard, media: Media) -> Iterator[Finding]:
    """H.264 High in 4:2:0 with closed groups of pictures at 30 fps, AAC, colours that are said to be BT.709."""
    del storyboard
    for fine, message in _demands(media):
        if not fine:
            yield Finding(rule=RULE, level=Level.ERROR, message=message, source=SOURCE)
    if {media.colour.matrix, media.colour.primaries, media.colour.transfer} != {BT709}:
        message = "The file does not say that its colours are BT.709; some players will show other colours."
        yield Finding(rule=RULE, level=Level.WARNING, message=message, source="ITU-R BT.709; ITU-T H.273")


def _demands(media: Media) -> Iterator[tuple[bool, str]]:
    yield media.video_codec == "h264", f"The picture is {media.video_codec}; it must be H.264."
    yield media.profile in {"High", "Main"}, f"The H.264 profile is {media.profile}; it must be High or Main."
    yield media.pixel_format == "yuv420p", f"The pixels are {media.pixel_format}; they must be 8-bit 4:2:0."
    yield media.closed_gop, "Some key frames need pictures from before them; groups of pictures must be closed."
    yield abs(media.fps - FPS) < 1e-3, f"The video has {media.fps:g} frames a second; it must have {FPS}."  # noqa: PLR2004 - rounding
    yield media.audio_codec in {"aac", None}, f"The sound is {media.audio_codec}; it must be AAC."
    yield media.sample_rate <= MOST_HERTZ, f"The sound has {media.sample_rate} Hz; it may have 48000 at most."
