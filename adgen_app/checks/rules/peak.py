"""Peak: no player distorts the sound."""

from collections.abc import Iterator

from adgen_app.checks.finding import Finding, Level
from adgen_app.domain.media import Media
from adgen_app.domain.storyboard import Storyboard

RULE = "peak"
SOURCE = "EBU R 128: true peak up to -1 dBTP"
HIGHEST = -1.0


def check(storyboard: Storyboard, media: Media) -> Iterator[Finding]:
    """No peak above -1 dBTP, between the samples included."""
    del storyboard
    peak = media.true_peak_dbtp
    if peak is not None and peak > HIGHEST:
        message = f"The sound peaks at {peak:.1f} dBTP; {HIGHEST:g} is the limit."
        yield Finding(rule=RULE, level=Level.WARNING, message=message, source=SOURCE)
