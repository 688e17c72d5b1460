"""The one way to make a page: route, title, frame, what is loaded, who may see it."""

from collections.abc import Callable

import reflex as rx
from reflex.event import EventType

from adgen_app.ui.components.frame import framed
from adgen_app.ui.state import SessionState

DESCRIPTION = "Describe what you sell. Get a video ad that you would be glad to run."
View = Callable[[], rx.Component]


def page(
    route: str, *, title: str | rx.Var[str], on_load: EventType[()] | None = None, menu: bool = True
) -> Callable[[View], View]:
    """Add a page. `on_load` loads what it shows and checks the user; without it the page is for everyone."""
    load = on_load or SessionState.greet

    def add(view: View) -> View:
        @rx.page(
            route=route,
            title=f"{title} · AdGen",
            description=DESCRIPTION,
            image="/card.png",
            on_load=load,
        )
        def shown() -> rx.Component:
            return framed(view(), menu=menu, active=route, members_only=on_load is not None, load=load)

        return shown

    return add
