"""`./adgen serve`."""

from typing import Annotated

import typer

from adgen_app import serve as web


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on; 0.0.0.0 is every address of this machine.")] = (
        "127.0.0.1"
    ),
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="Port of everything.", show_default="8000")] = None,
    dev: Annotated[bool, typer.Option("--dev", help="Reload when the code changes.")] = False,
) -> None:
    """Serve the web app: pages and API on one port."""
    if dev:
        web.develop(host, port)
    else:
        web.serve(host, port or 8000)
