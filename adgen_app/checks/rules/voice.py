"""Voice: what is said is heard to its end."""

from collections.abc import Iterator

from adgen_app.checks.finding import Finding, Level
from adgen_app.domain.media import Media
from adgen_app.domain.storyboard import Storyboard

RULE = "voice"
SOURCE = "FR-012: sound is cut to the length of the ad"
SLACK = 0.3
"""Seconds that are lost without a word being lost."""


def check(storyboard: Storyboard, media: Media) -> Iterator[Finding]:
    """No recording goes on after the ad's end."""
    del media
    if storyboard.unheard > SLACK:
        message = f"The voice goes on for {storyboard.unheard:.1f} s after the end of the ad, which nobody hears."
        yield Finding(rule=RULE, level=Level.WARNING, message=message, source=SOURCE)
