"""What a brief and its files are called on the command line."""

from collections.abc import Callable
from functools import wraps
from inspect import Parameter, signature
from typing import Annotated, Any

import typer
from pydantic import ValidationError

from adgen_app.commands.giving import named
from adgen_app.domain.brand import MusicMood, Style
from adgen_app.domain.brief import Brief, Framework
from adgen_app.domain.refusal import refusal
from adgen_app.errors import InvalidInput


def _choice(option: str, *choices: str, help: str) -> Any:  # noqa: A002, ANN401  # as Typer calls it
    return typer.Option(option, metavar="|".join(choices), help=help)


Prompt = Annotated[str, typer.Argument(help="What you sell, in 10 to 500 characters.", show_default=False)]
Seconds = Annotated[int, _choice("--duration", "15", "30", "60", help="Length in seconds.")]
Aspect = Annotated[str, _choice("--aspect", "9:16", "1:1", "16:9", "4:5", help="Shape, width to height.")]
Arc = Annotated[str, _choice("--framework", "auto", *Framework, help="Arc of the story.")]
Look = Annotated[str, _choice("--style", "auto", *Style, help="Who designs it.")]
Mood = Annotated[str, _choice("--music", "auto", *MusicMood, help="What the music feels like.")]
Colours = Annotated[list[str] | None, typer.Option("--colour", metavar="#RRGGBB", help="Of the brand; up to three.")]
Name = Annotated[str | None, typer.Option("--name", help="What the product or the shop is called.")]
Audience = Annotated[str | None, typer.Option(help="Whom it is for.")]
Offer = Annotated[str | None, typer.Option(help="A price, a discount, a gift.")]
Action = Annotated[str | None, typer.Option("--action", help="What the button at the end says.")]
Vignette = Annotated[bool, typer.Option("--vignette", help="Darken the corners.")]
Grain = Annotated[bool, typer.Option("--grain", help="Lay film grain over the pictures.")]
VoiceText = Annotated[str, typer.Option("--voice-text", metavar="TEXT", help="What the voice says, for captions.")]


def brief(  # noqa: PLR0913, PLR0917 - so much can be said of an ad
    prompt: Prompt,
    duration: Seconds = 15,
    aspect: Aspect = "9:16",
    framework: Arc = "auto",
    style: Look = "auto",
    music: Mood = "auto",
    colour: Colours = None,
    name: Name = None,
    audience: Audience = None,
    offer: Offer = None,
    action: Action = None,
    vignette: Vignette = False,
    grain: Grain = False,
    voice_text: VoiceText = "",
) -> Brief:
    """A brief from what was typed. Raises InvalidInput."""
    typed = {
        "prompt": prompt,
        "duration": duration,
        "aspect_ratio": aspect,
        "framework": framework,
        "style": style,
        "music_mood": music,
        "brand_colours": colour or (),
        "product_name": name,
        "audience": audience,
        "offer": offer,
        "call_to_action": action,
        "vignette": vignette,
        "grain": grain,
        "voice_text": voice_text,
    }
    try:
        return Brief.model_validate(typed)
    except ValidationError as error:
        raise refusal(error.errors()) from error


def asks(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command that takes a brief and its files be typed with all that `brief` and `named` understand."""
    about, files = signature(brief).parameters, signature(named).parameters
    own = list(signature(command).parameters.values())[2:]

    @wraps(command)
    def typed(**given: Any) -> None:  # noqa: ANN401  # Typer has converted them
        said = brief(**{name: given.pop(name) for name in about})
        found = named(**{name: given.pop(name) for name in files})
        if said.voice_text and not found.voice:
            raise InvalidInput("--voice-text is what is said in a recording: name that with --voice.")
        command(said, found, **given)

    parameters: list[Parameter] = [*about.values(), *files.values(), *own]
    keywords = [each.replace(kind=Parameter.KEYWORD_ONLY) for each in parameters]
    typed.__signature__ = signature(command).replace(parameters=keywords)  # pyright: ignore[reportAttributeAccessIssue]  # what Typer reads
    typed.__annotations__ = {each.name: each.annotation for each in keywords}
    return typed
