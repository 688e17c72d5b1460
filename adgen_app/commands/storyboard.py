"""`./adgen storyboard`: the plan of an ad."""

from pathlib import Path
from typing import Annotated

import typer

from adgen_app.commands.asking import asks
from adgen_app.commands.giving import Files, taken_in
from adgen_app.domain.brief import Brief
from adgen_app.planning.writer import NOTHING, plan


@asks
def storyboard(
    asked: Brief,
    files: Files,
    *,
    media: Annotated[Path, typer.Option(metavar="FOLDER", help="Where to put the files, for `cut`.")] = Path("media"),
) -> None:
    """Print the storyboard of an ad as JSON, to read, to change, and to `cut`."""
    given = taken_in(files, media, asked.voice_text) if any(files) else NOTHING
    typer.echo(plan(asked, given).model_dump_json(indent=2))
