"""The files that a user gave for an ad, brought to where it is made."""

from pathlib import Path

from adgen_app.domain.asset import Asset
from adgen_app.domain.generation import Generation, GenerationId
from adgen_app.domain.given import Given
from adgen_app.domain.storyboard import Storyboard
from adgen_app.domain.voice import Line
from adgen_app.production import workspace
from adgen_app.services import assets, given, progress
from adgen_app.studio.audio.alignment import aligned
from adgen_app.studio.photo.colours import colours


def for_planning(ad: Generation) -> Given:
    """What the brief names, by content. Raises InvalidInput if something is gone, Unavailable."""
    files = given.files(ad.user_id, ad.brief)
    tellers = [picture for picture in (files.logo, *files.photos[:1]) if picture]
    return Given(
        photos=tuple(photo.media for photo in files.photos),
        logo=files.logo and files.logo.media,
        track=files.track and files.track.media,
        voice=files.voice and _line(ad, files.voice),
        colours=() if ad.brief.brand_colours else _colours(ad.id, *tellers),
    )


def gather(generation_id: GenerationId, storyboard: Storyboard) -> Path | None:
    """The folder with the files that a storyboard names, if any.

    Raises InvalidInput if one is gone; AlreadyFinished if the ad was cancelled or deleted; Unavailable.
    """
    if not storyboard.media:
        return None
    folder = _folder(generation_id)
    for asset in given.named(progress.owner(generation_id), storyboard.media):
        assets.fetch(asset, folder)
    return folder


def _line(ad: Generation, voice: Asset) -> Line:
    """The user's recording from the ad's start, with the times of its words if the brief says what is said."""
    line = Line(voice=voice.media, seconds=voice.seconds, text=ad.brief.voice_text)
    return aligned(line, assets.fetch(voice, _folder(ad.id))) if line.text else line


def _colours(generation_id: GenerationId, *tellers: Asset) -> tuple[str, ...]:
    """Of the first picture that has any."""
    seen = (colours(assets.fetch(asset, _folder(generation_id))) for asset in tellers)
    return next((found for found in seen if found), ())


def _folder(generation_id: GenerationId) -> Path:
    return workspace.of(generation_id) / "media"
