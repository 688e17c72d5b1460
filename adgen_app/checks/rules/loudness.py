"""Loudness: as loud as what plays before it."""

from collections.abc import Iterator

from adgen_app.checks.finding import Finding, Level
from adgen_app.domain.media import Media
from adgen_app.domain.storyboard import Storyboard

RULE = "loudness"
SOURCE = "ITU-R BS.1770; YouTube plays at about -14 LUFS"
TARGET, SLACK = -14.0, 0.5


def check(storyboard: Storyboard, media: Media) -> Iterator[Finding]:
    """At -14 LUFS, half a unit up or down."""
    del storyboard
    level = media.loudness_lufs
    if level is not None and abs(level - TARGET) > SLACK:
        message = f"The sound has {level:.1f} LUFS; {TARGET:g} is right, {SLACK:g} up or down."
        yield Finding(rule=RULE, level=Level.WARNING, message=message, source=SOURCE)
