"""Length: the ad lasts as long as planned, as platforms take it."""

from collections.abc import Iterator

from adgen_app.checks.finding import Finding, Level
from adgen_app.domain.media import Media
from adgen_app.domain.storyboard import Storyboard

RULE = "length"
SOURCE = "TikTok ads help 10002742 (5-60 s); Google Ads help 16041697 (Shorts ads up to 60 s)"
SHORTEST, LONGEST = 5, 60
SLACK = 0.1
"""Seconds: the last block of sound may outlast the last frame."""


def check(storyboard: Storyboard, media: Media) -> Iterator[Finding]:
    """As many frames as planned, within what all platforms run."""
    if media.frames != storyboard.frames:
        message = f"The video has {media.frames} frames; {storyboard.frames} were planned."
        yield Finding(rule=RULE, level=Level.ERROR, message=message, source="storyboard")
    if not SHORTEST <= media.seconds <= LONGEST + SLACK or abs(media.seconds - storyboard.duration) > SLACK:
        message = f"The ad lasts {media.seconds:.2f} s; {storyboard.duration} s were planned, 5 to 60 s are taken."
        yield Finding(rule=RULE, level=Level.ERROR, message=message, source=SOURCE)
