"""Spans of what takes time; without a collector there are none, and OpenTelemetry is not even imported."""

from collections.abc import Generator, Mapping
from contextlib import AbstractContextManager, contextmanager
from importlib import import_module
from typing import Protocol

from adgen_app.config import Settings

Attribute = str | int | float


class Span(Protocol):
    """Something that takes time, while it does."""

    def note(self, name: str, **attributes: Attribute) -> None:
        """Name it by what is known of it by now."""
        ...


class _Exporter(Protocol):
    def span(self, name: str, serving: bool, attributes: Mapping[str, Attribute]) -> AbstractContextManager[Span]: ...

    def close(self) -> None: ...


class _Nothing:
    """A span that nobody listens to."""

    def note(self, name: str, **attributes: Attribute) -> None:
        """Forget it."""


_NOTHING = _Nothing()
_exporters: list[_Exporter] = []
"""One, if a collector is configured."""


def switch_on(settings: Settings) -> None:
    """Send spans to the collector that is configured, if one is."""
    if settings.otlp_endpoint and not _exporters:
        _exporters.append(import_module("adgen_app.observe.otlp").Exporter(settings.otlp_endpoint))


def switch_off() -> None:
    """Send what is waiting, then nothing more."""
    while _exporters:
        _exporters.pop().close()


@contextmanager
def span(name: str, *, serving: bool = False, **attributes: Attribute) -> Generator[Span]:
    """Around something that takes time; `serving` if somebody outside waits for it. An error leaves its class there."""
    if not _exporters:
        yield _NOTHING
        return
    with _exporters[0].span(name, serving, attributes) as begun:
        yield begun
