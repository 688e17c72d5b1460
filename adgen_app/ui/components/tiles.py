"""Files as tiles: to look at, to drop on."""

from collections.abc import Sequence
from typing import Any

import reflex as rx

PICTURES: dict[str, Sequence[str]] = {
    "image/jpeg": [".jpg", ".jpeg"],
    "image/png": [".png"],
    "image/webp": [".webp"],
    "image/gif": [".gif"],
    "image/avif": [".avif"],
    "image/tiff": [".tif", ".tiff"],
    "image/bmp": [".bmp"],
}
"""Without HEIC: asked so, phones send what they keep as HEIC as JPEG."""
SOUNDS: dict[str, Sequence[str]] = {"audio/*": [".mp3", ".wav", ".m4a", ".ogg", ".opus", ".flac", ".aac", ".aiff"]}
_PATHS = {
    "photo": "M4 7h3l2-2h6l2 2h3v12H4zM12 16a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4Z",
    "logo": "M12 3l2.6 5.6 6 .7-4.5 4.1 1.2 6L12 16.3 6.7 19.4l1.2-6L3.4 9.3l6-.7z",
    "track": "M9 18V5l11-2v13M9 18a3 3 0 1 1-6 0 3 3 0 0 1 6 0ZM20 16a3 3 0 1 1-6 0 3 3 0 0 1 6 0Z",
    "voice": "M12 15a3 3 0 0 0 3-3V6a3 3 0 1 0-6 0v6a3 3 0 0 0 3 3ZM6 11v1a6 6 0 0 0 12 0v-1M12 18v3",
    "cross": "M6 6l12 12M18 6L6 18",
}


def drop(label: str, kind: str, name: str, accept: dict[str, Sequence[str]], **how: Any) -> rx.Component:  # noqa: ANN401  # rx.upload's options
    """A tile to drop files on; its button opens the browser's chooser."""
    zone = rx.upload.root(
        rx.el.button(icon(kind), rx.el.span(label), type="button"),
        id=name,
        no_keyboard=True,
        accept=accept,
        drag_active_style=rx.style.Style({"border_color": "var(--primary-text)", "background": "var(--primary-soft)"}),
        class_name="drop",
        **how,
    )
    _chooser(zone).custom_attrs["aria-hidden"] = "true"  # its button is the same to those who listen
    return zone


def _chooser(zone: rx.Component) -> rx.Component:
    """The file input that Reflex hides in it."""
    (inner,) = zone.children
    chooser = inner.children[0]
    if not isinstance(chooser, rx.Component):
        raise TypeError("rx.upload is made differently now")
    return chooser


def tile(gift: Any, on_remove: Any) -> rx.Component:  # noqa: ANN401  # a Reflex var, a Reflex event
    """A picture with a button that takes it away."""
    return rx.el.div(
        rx.el.img(src=gift.url, alt=gift.name, class_name=rx.cond(gift.kind == "logo", "whole", "")),
        cross(gift, on_remove, "Remove "),
        class_name="tile",
    )


def cross(gift: Any, on_click: Any, act: str) -> rx.Component:  # noqa: ANN401  # as above
    """A small button to the eye, a large one to the finger."""
    return rx.el.button(
        rx.el.span(icon("cross"), class_name="cross-mark"),
        type="button",
        on_click=on_click,
        class_name="cross",
        aria_label=rx.Var.create(act) + gift.name,
    )


def icon(name: str) -> rx.Component:
    """A line drawing."""
    return rx.el.svg(
        rx.el.path(d=_PATHS[name]),
        view_box="0 0 24 24",
        width="20",
        height="20",
        class_name="line-icon",
        aria_hidden="true",
    )
