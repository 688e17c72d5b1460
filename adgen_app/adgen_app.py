"""The web app: pages, API over them, the production engine inside when configured."""

import reflex as rx
from starlette.types import ASGIApp

from adgen_app.api.app import over
from adgen_app.config import settings
from adgen_app.log import configure, logger
from adgen_app.observe import switch_on
from adgen_app.production.engine import embedded
from adgen_app.ui import pages, theme
from adgen_app.ui.components.connection import connection
from adgen_app.ui.failures import on_backend_error
from adgen_app.ui.origin import may_connect

configure(settings())
switch_on(settings())
if settings().production and settings().insecure_cookies:
    logger.warning("sessions travel over plain HTTP: set ADGEN_INSECURE_COOKIES=false for real users")
pages.load()


class App(rx.App):
    """Reflex with the API over all of it: Reflex's CORS, which lets foreign pages send cookies, is for pages alone."""

    def __call__(self) -> ASGIApp:
        """What answers requests."""
        return over(super().__call__())


app = App(
    stylesheets=["/adgen.css"],
    html_lang="en",
    head_components=[
        rx.el.style(theme.css()),
        rx.el.link(rel="icon", href="/favicon.svg", type="image/svg+xml"),
        rx.el.meta(name="theme-color", content=theme.LIGHT["primary"]),
    ],
    backend_exception_handler=on_backend_error,
    extra_app_wraps={(5, "Overlay"): lambda stateful: rx.fragment(connection()) if stateful else None},
)
if app.sio:
    app.sio.eio.cors_allowed_origins = may_connect
if settings().embedded_engine:
    app.register_lifespan_task(embedded)
