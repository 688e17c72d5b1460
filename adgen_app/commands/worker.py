"""`./adgen worker`."""

from adgen_app.worker import work


def worker() -> None:
    """Run the production engine alone until stopped."""
    work()
