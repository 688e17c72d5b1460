"""Silence: the ad can be heard."""

from collections.abc import Iterator

from adgen_app.checks.finding import Finding, Level
from adgen_app.domain.media import Media
from adgen_app.domain.storyboard import Storyboard

RULE = "silence"
SOURCE = "TikTok ads help 10002742: ads run with sound on"
SILENT = -60.0
"""LUFS below which nobody hears anything."""


def check(storyboard: Storyboard, media: Media) -> Iterator[Finding]:
    """There is a sound track with something on it."""
    del storyboard
    if media.audio_codec is None:
        yield Finding(rule=RULE, level=Level.ERROR, message="The video has no sound track.", source=SOURCE)
    elif media.loudness_lufs is None or media.loudness_lufs < SILENT:
        yield Finding(rule=RULE, level=Level.ERROR, message="The sound track is silent.", source=SOURCE)
