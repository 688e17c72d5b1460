"""`./adgen storyboard`: the plan of an ad."""

import typer

from adgen_app.commands.asking import Arc, Aspect, Prompt, Seconds, brief
from adgen_app.planning.writer import plan


def storyboard(prompt: Prompt, duration: Seconds = 15, aspect: Aspect = "9:16", framework: Arc = "auto") -> None:
    """Print the storyboard of an ad as JSON, to read, to change, and to `cut`."""
    typer.echo(plan(brief(prompt, duration, aspect, framework)).model_dump_json(indent=2))
