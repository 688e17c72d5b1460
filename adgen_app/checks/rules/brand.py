"""Brand: who speaks is clear within five seconds."""

from collections.abc import Iterator

from adgen_app.checks.finding import Finding, Level
from adgen_app.checks.timing import entries
from adgen_app.domain.media import Media
from adgen_app.domain.storyboard import Storyboard

RULE = "brand"
SOURCE = "YouTube ABCD, Google Ads help 14783551: brand or product within the first five seconds"
LATEST = 5.0
MARK = 32
"""Letters of a name that the mark on every scene still shows legibly."""


def check(storyboard: Storyboard, media: Media) -> Iterator[Finding]:
    """The name is short enough for the mark that stands on every scene, or a line says it by then."""
    del media
    name = storyboard.brand.name
    said = any(name.casefold() in entry.text.casefold() for entry in entries(storyboard) if entry.at <= LATEST)
    if len(name) > MARK and not said:
        message = f"\u201c{name}\u201d is too long to be read in the corner, and no line says it within 5 s."
        yield Finding(rule=RULE, level=Level.WARNING, message=message, source=SOURCE)
