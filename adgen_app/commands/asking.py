"""What a brief is called on the command line."""

from typing import Annotated

import typer
from pydantic import ValidationError

from adgen_app.domain.brief import Brief
from adgen_app.domain.refusal import refusal

Prompt = Annotated[str, typer.Argument(help="What you sell, in 10 to 500 characters.", show_default=False)]
Seconds = Annotated[int, typer.Option("--duration", metavar="15|30|60", help="Length in seconds.")]
Aspect = Annotated[str, typer.Option("--aspect", metavar="9:16|1:1|16:9|4:5", help="Shape, width to height.")]
Arc = Annotated[str, typer.Option("--framework", metavar="auto|PAS|BAB|AIDA", help="Arc of the story.")]

Vignette = Annotated[bool, typer.Option("--vignette", help="Darken the corners.")]
Grain = Annotated[bool, typer.Option("--grain", help="Lay film grain over the pictures.")]


def brief(
    prompt: str,
    seconds: int,
    aspect: str,
    arc: str,
    *,
    vignette: bool = False,
    grain: bool = False,
    voice_text: str = "",
) -> Brief:
    """A brief from what was typed. Raises InvalidInput."""
    typed = {
        "prompt": prompt,
        "duration": seconds,
        "aspect_ratio": aspect,
        "framework": arc,
        "vignette": vignette,
        "grain": grain,
        "voice_text": voice_text,
    }
    try:
        return Brief.model_validate(typed)
    except ValidationError as error:
        raise refusal(error.errors()) from error
