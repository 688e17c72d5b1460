"""One page a module: its state with its view."""

from importlib import import_module
from pkgutil import iter_modules


def load() -> None:
    """Register every page of this package."""
    for module in iter_modules(__path__, f"{__name__}."):
        import_module(module.name)
