"""Weight: the file is neither too big nor too thin."""

from collections.abc import Iterator

from adgen_app.checks.finding import Finding, Level
from adgen_app.domain.media import Media
from adgen_app.domain.storyboard import Storyboard

RULE = "weight"
SOURCE = "TikTok ads help 6669199281502552069: up to 500 MB, at least 516 kbit/s"
MOST_BYTES = 500_000_000
LEAST_BITS = 516_000


def check(storyboard: Storyboard, media: Media) -> Iterator[Finding]:
    """Within what the strictest platform takes."""
    del storyboard
    if media.bytes > MOST_BYTES:
        message = f"The file has {media.bytes / 1e6:.0f} MB; 500 MB are taken at most."
        yield Finding(rule=RULE, level=Level.ERROR, message=message, source=SOURCE)
    if media.bit_rate < LEAST_BITS:
        message = f"The file has {media.bit_rate / 1e3:.0f} kbit/s; 516 are needed at least."
        yield Finding(rule=RULE, level=Level.ERROR, message=message, source=SOURCE)
