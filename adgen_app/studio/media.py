"""The files that a storyboard names, in their folder."""

from pathlib import Path

from adgen_app.domain.asset import MediaName
from adgen_app.domain.storyboard import Storyboard
from adgen_app.errors import StudioFailed


def require(storyboard: Storyboard, media: Path | None) -> None:
    """Raises StudioFailed if a file that the ad needs is missing."""
    for name in sorted(storyboard.media):
        located(media, name)


def located(media: Path | None, name: MediaName) -> Path:
    """Where a named file lies. Raises StudioFailed if it is missing."""
    if media is None:
        raise StudioFailed("This ad shows photos, a logo or plays a track, a voice, but no folder with them was given.")
    path = media / name
    if not path.is_file():
        raise StudioFailed(f"A photo, logo, track or voice of this ad is missing: {name}. Please give it again.")
    return path
