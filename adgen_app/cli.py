"""The command line of AdGen."""

import sys
from collections.abc import Sequence
from importlib import import_module

import typer
from pydantic import ValidationError

from adgen_app.errors import AdGenError, InvalidInput

COMMANDS = ("create", "storyboard", "cut", "serve", "worker", "doctor", "bench")
_FAILED = 1
_WRONG_USAGE = 2


def main(arguments: Sequence[str]) -> None:
    """Run a command. What goes wrong in a way that we know is one sentence on standard error."""
    try:
        command_line(arguments)(arguments, prog_name="adgen")
    except AdGenError as error:
        _fail(str(error), _WRONG_USAGE if isinstance(error, InvalidInput) else _FAILED)
    except ValidationError as error:
        wrong = error.errors()[0]
        _fail(f"The setting {'.'.join(map(str, wrong['loc'])) or 'of .env'} is wrong: {wrong['msg']}", _WRONG_USAGE)


def command_line(arguments: Sequence[str]) -> typer.Typer:
    """The commands; only the one that was asked for, if it is known, since some take a second to import."""
    app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
    app.callback()(describe)
    for name in [arguments[0]] if arguments and arguments[0] in COMMANDS else COMMANDS:
        app.add_typer(import_module(f"adgen_app.commands.{name}").app)
    return app


def describe() -> None:
    """AdGen turns "here is what I sell" into a finished video ad."""


def _fail(sentence: str, code: int) -> None:
    print(f"adgen: {sentence}", file=sys.stderr)  # noqa: T201  # the command line's own voice
    sys.exit(code)


if __name__ == "__main__":
    main(sys.argv[1:])
