"""`./adgen create`: from a prompt to an ad."""

from pathlib import Path
from typing import Annotated

import typer
from pydantic import Field

from adgen_app.commands.asking import Arc, Aspect, Prompt, Seconds, brief
from adgen_app.commands.filming import DEFAULT_OUTPUT, Output, film
from adgen_app.domain.storyboard import Storyboard
from adgen_app.domain.value import Value
from adgen_app.planning.writer import plan


class Made(Value):
    """What `--json` prints."""

    path: Path
    seconds: float = Field(description="that making it took")
    cost: float = Field(description="in US dollars")
    storyboard: Storyboard


def create(
    prompt: Prompt,
    output: Output = DEFAULT_OUTPUT,
    duration: Seconds = 15,
    aspect: Aspect = "9:16",
    framework: Arc = "auto",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
) -> None:
    """Make an ad on this machine: no account, no server, no key."""
    storyboard = plan(brief(prompt, duration, aspect, framework))
    seconds = film(storyboard, output)
    made = Made(path=output.absolute(), seconds=round(seconds, 2), cost=0.0, storyboard=storyboard)
    told = f"{output}: a {storyboard.duration} s ad after {storyboard.framework}, made in {seconds:.1f} s for $0.00"
    typer.echo(made.model_dump_json() if as_json else told)
