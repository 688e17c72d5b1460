"""`./adgen cut`: from a storyboard to an ad."""

from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from adgen_app.commands.filming import DEFAULT_OUTPUT, Output, film
from adgen_app.domain.refusal import refusal
from adgen_app.domain.storyboard import Storyboard
from adgen_app.errors import InvalidInput


def cut(
    storyboard: Annotated[Path, typer.Argument(help="A file as `storyboard` prints it.", show_default=False)],
    output: Output = DEFAULT_OUTPUT,
    media: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Where the files are that the storyboard names.")
    ] = None,
) -> None:
    """Make an ad from a storyboard file."""
    seconds = film(_read(storyboard), output, media)
    typer.echo(f"{output}: made in {seconds:.1f} s")


def _read(path: Path) -> Storyboard:
    try:
        return Storyboard.model_validate_json(path.read_bytes())
    except OSError as error:
        raise InvalidInput(f"{path} can't be read: {error.strerror}.") from error
    except ValidationError as error:
        raise InvalidInput(f"{path} is not a storyboard: {refusal(error.errors())}") from error
