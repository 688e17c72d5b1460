"""Index: a player starts before it has everything."""

from collections.abc import Iterator

from adgen_app.checks.finding import Finding, Level
from adgen_app.domain.media import Media
from adgen_app.domain.storyboard import Storyboard

RULE = "index"
SOURCE = "Meta ads API media requirements: moov atom at the front"


def check(storyboard: Storyboard, media: Media) -> Iterator[Finding]:
    """The file's index stands before its pictures."""
    del storyboard
    if not media.moov_first:
        message = "The file's index comes last, so that players must load everything before they start."
        yield Finding(rule=RULE, level=Level.ERROR, message=message, source=SOURCE)
