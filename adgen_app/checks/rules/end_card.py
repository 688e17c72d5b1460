"""End card: there is time to act."""

from collections.abc import Iterator

from adgen_app.checks.finding import Finding, Level
from adgen_app.domain.media import Media
from adgen_app.domain.storyboard import SceneKind, Storyboard

RULE = "end card"
SOURCE = "YouTube ABCD, Google Ads help 14783551: direct people clearly"
SHORTEST = 1.5


def check(storyboard: Storyboard, media: Media) -> Iterator[Finding]:
    """The ad ends with an end card that stays for a second and a half."""
    del media
    last = storyboard.scenes[-1]
    if last.kind is not SceneKind.END_CARD:
        message = "The ad does not end with an end card."
        yield Finding(rule=RULE, level=Level.WARNING, message=message, source=SOURCE)
    elif last.duration < SHORTEST:
        message = f"The end card stays for {last.duration:g} s; {SHORTEST:g} s are needed to read it."
        yield Finding(rule=RULE, level=Level.WARNING, message=message, source=SOURCE)
