"""Size: the picture has the shape that was asked for, in full resolution."""

from collections.abc import Iterator

from adgen_app.checks.finding import Finding, Level
from adgen_app.domain.media import Media
from adgen_app.domain.storyboard import Storyboard

RULE = "size"
SOURCE = "Meta ads API media requirements (1080x1920, 1080x1350, 1080x1080); Google Ads help 13547298 (1920x1080)"


def check(storyboard: Storyboard, media: Media) -> Iterator[Finding]:
    """Exactly the pixels of the storyboard's aspect ratio."""
    wanted = storyboard.aspect_ratio.size
    if (media.width, media.height) != wanted:
        message = (
            f"The video is {media.width}x{media.height}; "
            f"{storyboard.aspect_ratio} needs {wanted.width}x{wanted.height}."
        )
        yield Finding(rule=RULE, level=Level.ERROR, message=message, source=SOURCE)
