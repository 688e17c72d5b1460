"""Has a server make an ad while a bar shows how far it is."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import typer

from adgen_app.client import Client
from adgen_app.commands.filming import progress_bar, refuse, writing
from adgen_app.commands.giving import Files, uploaded
from adgen_app.config import settings
from adgen_app.domain.brief import Brief
from adgen_app.domain.generation import GenerationId, Status
from adgen_app.domain.storyboard import Storyboard
from adgen_app.errors import NotLoggedIn, StudioFailed


class Delivered(NamedTuple):
    """What the server made."""

    storyboard: Storyboard
    cost: float


def order(server: str, brief: Brief, target: Path, files: Files) -> Delivered:
    """Make an ad over there and save it here. Asks for name and password unless ADGEN_TOKEN is set."""
    refuse(target)
    with Client(server, settings().token.get_secret_value() or None) as client:
        _log_in(client)
        ad = client.generate(brief.model_copy(update=uploaded(files, client))).generation_id
        with _cancelled_with_us(client, ad), progress_bar() as bar:
            task = bar.add_task("Waiting", total=100)
            done = client.wait(
                ad, lambda state: bar.update(task, description=state.current_step or "", completed=state.progress)
            )
        if done.status is not Status.COMPLETED:
            raise StudioFailed(done.error or "The ad was cancelled.")
        with writing(target):
            client.download(ad, target)
        return Delivered(client.storyboard(ad), done.cost or 0.0)


@contextmanager
def _cancelled_with_us(client: Client, ad: GenerationId) -> Generator[None]:
    """Whoever stops waiting for an ad does not want it any more."""
    try:
        yield
    except (KeyboardInterrupt, SystemExit):
        client.cancel(ad)
        typer.echo("The ad is cancelled on the server, too.", err=True)
        raise


def _log_in(client: Client) -> None:
    """Ask for name and password, unless there is a token. Raises NotLoggedIn, Unavailable."""
    if not client.token:
        client.health()
        client.log_in(typer.prompt("Username", err=True), typer.prompt("Password", hide_input=True, err=True))
        return
    try:
        client.me()
    except NotLoggedIn as error:
        raise NotLoggedIn(f"{client.url} does not take ADGEN_TOKEN. Without it you are asked who you are.") from error
