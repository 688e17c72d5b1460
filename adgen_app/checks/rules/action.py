"""Action: the ad says what to do now."""

from collections.abc import Iterator

from adgen_app.checks.finding import Finding, Level
from adgen_app.domain.media import Media
from adgen_app.domain.storyboard import Storyboard

RULE = "action"
SOURCE = "YouTube ABCD, Google Ads help 14783551: a call to action, shown"


def check(storyboard: Storyboard, media: Media) -> Iterator[Finding]:
    """The call to action stands in the last scene."""
    del media
    action = storyboard.call_to_action.casefold()
    if not any(overlay.text.casefold() == action for overlay in storyboard.scenes[-1].overlays):
        message = f"The last scene does not show the call to action (\u201c{storyboard.call_to_action}\u201d)."
        yield Finding(rule=RULE, level=Level.ERROR, message=message, source=SOURCE)
