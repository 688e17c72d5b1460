"""`./adgen storyboard`: the plan of an ad."""

from pathlib import Path
from typing import Annotated

import typer

from adgen_app.commands.asking import Arc, Aspect, Prompt, Seconds, brief
from adgen_app.commands.giving import Logo, Photos, Track, Voice, VoiceText, named, taken_in
from adgen_app.planning.writer import NOTHING, plan


def storyboard(  # noqa: PLR0913, PLR0917 - so much can be said of an ad
    prompt: Prompt,
    duration: Seconds = 15,
    aspect: Aspect = "9:16",
    framework: Arc = "auto",
    photo: Photos = None,
    logo: Logo = None,
    track: Track = None,
    voice: Voice = None,
    voice_text: VoiceText = "",
    media: Annotated[Path, typer.Option(metavar="FOLDER", help="Where to put the files, for `cut`.")] = Path("media"),
) -> None:
    """Print the storyboard of an ad as JSON, to read, to change, and to `cut`."""
    asked = brief(prompt, duration, aspect, framework, voice_text=voice_text)
    files = named(photo, logo, track, voice)
    given = taken_in(files, media, asked.voice_text) if files else NOTHING
    typer.echo(plan(asked, given).model_dump_json(indent=2))
