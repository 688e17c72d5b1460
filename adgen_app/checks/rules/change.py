"""Change: something new happens before the thumb moves on."""

from collections.abc import Iterator

from adgen_app.checks.finding import Finding, Level
from adgen_app.checks.timing import entries
from adgen_app.domain.media import Media
from adgen_app.domain.storyboard import Storyboard

RULE = "change"
SOURCE = "YouTube ABCD, Google Ads help 14783551: hook and first change before three seconds"
LATEST = 3.0


def check(storyboard: Storyboard, media: Media) -> Iterator[Finding]:
    """A second line or scene comes on within three seconds."""
    del media
    _, *later = entries(storyboard)
    if later[0].at > LATEST:
        message = f"Nothing changes before {later[0].at:g} s; the first {LATEST:g} s decide who stays."
        yield Finding(rule=RULE, level=Level.WARNING, message=message, source=SOURCE)
