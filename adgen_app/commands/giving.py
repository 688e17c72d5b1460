"""Photos, a logo, music, a voice that are given on the command line."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from adgen_app.client import Client
from adgen_app.domain.asset import AssetId, AssetKind
from adgen_app.domain.brief import PHOTOS_MAX
from adgen_app.domain.given import Given
from adgen_app.domain.voice import Line
from adgen_app.errors import InvalidInput
from adgen_app.studio.audio import intake as sound
from adgen_app.studio.audio.alignment import aligned
from adgen_app.studio.photo import intake as picture
from adgen_app.studio.photo.colours import colours

Photos = Annotated[
    list[Path] | None, typer.Option("--photo", metavar="FILE", help="A photo of the product; up to five, best first.")
]
Logo = Annotated[Path | None, typer.Option("--logo", metavar="FILE", help="Shown at the end; its colours throughout.")]
Track = Annotated[Path | None, typer.Option("--track", metavar="FILE", help="Music in the place of ours.")]
Voice = Annotated[Path | None, typer.Option("--voice", metavar="FILE", help="Somebody speaking, over the music.")]


class Files(NamedTuple):
    """What was named, not read yet."""

    photos: tuple[Path, ...]
    logo: Path | None
    track: Path | None
    voice: Path | None


def named(photo: Photos = None, logo: Logo = None, track: Track = None, voice: Voice = None) -> Files:
    """What was typed. Raises InvalidInput for more photos than an ad can show."""
    if photo and len(photo) > PHOTOS_MAX:
        raise InvalidInput(f"An ad shows up to {PHOTOS_MAX} photos.")
    return Files(tuple(photo or ()), logo, track, voice)


def taken_in(files: Files, folder: Path, said: str = "") -> Given:
    """The files in the studio's form in a folder, by content; `said` is what the voice says.

    Raises InvalidInput for one that can't be used.
    """
    folder.mkdir(parents=True, exist_ok=True)
    photos = tuple(dict.fromkeys(_taken_in(photo, AssetKind.PHOTO, folder) for photo in files.photos))
    logo = _taken_in(files.logo, AssetKind.LOGO, folder) if files.logo else None
    track = _taken_in(files.track, AssetKind.TRACK, folder) if files.track else None
    seen = (colours(folder / name) for name in (logo, *photos[:1]) if name)
    return Given(
        photos=photos,
        logo=logo,
        track=track,
        voice=_line(files.voice, said, folder) if files.voice else None,
        colours=next((found for found in seen if found), ()),
    )


def uploaded(files: Files, client: Client) -> dict[str, object]:
    """The files in the user's library over there; what a brief holds of them. Raises InvalidInput, LibraryFull."""

    def sent(path: Path, kind: AssetKind) -> AssetId:
        content = _read(path)
        with _about(path):
            return client.upload(path.name, content, kind).id

    return {
        "photos": tuple(sent(photo, AssetKind.PHOTO) for photo in files.photos),
        "logo": sent(files.logo, AssetKind.LOGO) if files.logo else None,
        "track": sent(files.track, AssetKind.TRACK) if files.track else None,
        "voice": sent(files.voice, AssetKind.VOICE) if files.voice else None,
    }


def _line(path: Path, said: str, folder: Path) -> Line:
    line = Line(voice=_taken_in(path, AssetKind.VOICE, folder), text=said)
    return aligned(line, folder / line.voice)


def _taken_in(path: Path, kind: AssetKind, folder: Path) -> str:
    content = _read(path)
    with _about(path):
        made = sound.normalise(content, kind) if kind in sound.WANTED else picture.normalise(content, kind)
    (folder / made.name).write_bytes(made.data)
    return made.name


@contextmanager
def _about(path: Path) -> Generator[None]:
    """Which file it is that can't be used. Raises InvalidInput."""
    try:
        yield
    except InvalidInput as error:
        raise InvalidInput(f"{path}: {error}", code=error.code_here) from error


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InvalidInput(f"{path} can't be read: {error.strerror}.") from error
