"""The command line of AdGen."""

import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer
from pydantic import ValidationError
from pydantic_settings import SettingsError

import adgen_app
from adgen_app.domain.refusal import refusal
from adgen_app.errors import AdGenError, InvalidInput

COMMANDS = {
    "create": "Make an ad on this machine: no account, no server, no key.",
    "storyboard": "Print the storyboard of an ad, to read, change, and cut.",
    "cut": "Make an ad from a storyboard.",
    "serve": "Serve the web app: pages and API on one port.",
    "worker": "Make the ads that a server takes orders for.",
    "bench": "Measure how fast the studio is on this machine.",
    "doctor": "Say what is configured, what is missing, what that means.",
}
"""Each is a function in a module of its own name in `adgen_app/commands/`."""
_FAILED = 1
_WRONG_USAGE = 2
_BY_SIGNAL = 128


def main(arguments: Sequence[str]) -> None:
    """Run a command. What goes wrong in a way that we know is one sentence on standard error."""
    try:
        command_line(arguments)(arguments or ["--help"], prog_name="adgen")
    except AdGenError as error:
        _fail(str(error), _WRONG_USAGE if isinstance(error, InvalidInput) else _FAILED)
    except ValidationError as error:
        _fail(_wrong_setting(error), _WRONG_USAGE)
    except SettingsError as error:
        _fail(str(error), _WRONG_USAGE)


def command_line(arguments: Sequence[str]) -> typer.Typer:
    """All commands, of which only the one that was asked for is imported: some take a second."""
    app = typer.Typer(rich_markup_mode=None, add_completion=False, pretty_exceptions_enable=False)
    app.callback(invoke_without_command=True)(describe)
    for name, sentence in COMMANDS.items():
        command = getattr(import_module(f"adgen_app.commands.{name}"), name) if name in arguments[:1] else describe
        app.command(name, help=sentence)(command)
    return app


def describe(version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    """AdGen turns "here is what I sell" into a finished video ad."""
    if version:
        typer.echo(f"AdGen {adgen_app.__version__}")


def _wrong_setting(error: ValidationError) -> str:
    """In the words of every refusal, with the setting's name where it stands alone."""
    name = next(iter(error.errors()[0]["loc"]), "")
    sentence = str(refusal(error.errors()))
    return sentence if str(name) in sentence else f"{name}: {sentence}"


def _fail(sentence: str, code: int) -> None:
    print(f"adgen: {sentence}", file=sys.stderr)  # noqa: T201  # the command line's own voice
    sys.exit(code)


def _end_in_order() -> None:
    """Being told to stop, or a terminal that is closed, ends a command as Ctrl-C does: it leaves nothing behind."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is signal.SIG_DFL:  # under nohup one is ignored
            signal.signal(number, lambda told, _: sys.exit(_BY_SIGNAL + told))


if __name__ == "__main__":
    _end_in_order()
    main(sys.argv[1:])
