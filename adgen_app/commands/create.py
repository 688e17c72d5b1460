"""`./adgen create`: from a prompt to an ad."""

import tempfile
import time
from pathlib import Path
from typing import Annotated

import typer
from pydantic import Field

from adgen_app.commands.asking import asks
from adgen_app.commands.filming import DEFAULT_OUTPUT, Output, film, refuse, writing
from adgen_app.commands.giving import Files, taken_in
from adgen_app.commands.ordering import Delivered, order
from adgen_app.domain.brief import Brief
from adgen_app.domain.storyboard import Storyboard
from adgen_app.domain.value import Value
from adgen_app.planning.writer import plan
from adgen_app.studio.captions import captions as on_screen
from adgen_app.studio.captions import srt, vtt
from adgen_app.studio.preview import preview as moving

Server = Annotated[
    str | None,
    typer.Option(
        metavar="URL",
        help="Have this AdGen server make it; asks for name and password without ADGEN_TOKEN. Ctrl-C cancels it there.",
    ),
]


class Made(Value):
    """What `--json` prints."""

    path: Path
    seconds: float = Field(description="that making it took")
    cost: float = Field(description="in US dollars")
    storyboard: Storyboard


@asks
def create(
    asked: Brief,
    files: Files,
    *,
    output: Output = DEFAULT_OUTPUT,
    captions: Annotated[bool, typer.Option("--captions", help="Write subtitles beside the ad, .srt and .vtt.")] = False,
    preview: Annotated[bool, typer.Option("--preview", help="Write an animated .webp beside the ad.")] = False,
    server: Server = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
) -> None:
    """Make an ad on this machine: no account, no server, no key."""
    started = time.monotonic()
    storyboard, cost = order(server, asked, output, files) if server else _here(asked, output, files)
    with writing(output):
        _beside(storyboard, output, captions=captions, preview=preview)
    if storyboard.unheard:
        typer.echo(f"The voice is {storyboard.unheard:.1f} s longer than the ad: its end is not heard.", err=True)
    seconds = round(time.monotonic() - started, 2)
    made = Made(path=output.resolve(), seconds=seconds, cost=cost, storyboard=storyboard)
    told = (
        f"{output}: a {storyboard.duration} s ad after {storyboard.framework}, made in {seconds:.1f} s for ${cost:.2f}"
    )
    typer.echo(made.model_dump_json() if as_json else told)


def _beside(storyboard: Storyboard, film: Path, *, captions: bool, preview: bool) -> None:
    if captions:
        cues = on_screen(storyboard)
        film.with_suffix(".srt").write_text(srt(cues), "utf-8")
        film.with_suffix(".vtt").write_text(vtt(cues), "utf-8")
    if preview:
        moving(storyboard, film, film.with_suffix(".webp"))


def _here(asked: Brief, output: Path, files: Files) -> Delivered:
    refuse(output)
    with tempfile.TemporaryDirectory(prefix="adgen-") as media:
        storyboard = plan(asked, taken_in(files, Path(media), asked.voice_text))
        film(storyboard, output, Path(media))
    return Delivered(storyboard, 0.0)
