"""Documentation of the API in the browser, from this server alone."""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

import fastapi_offline
from fastapi import APIRouter
from fastapi.openapi.docs import get_swagger_ui_html
from fastapi.responses import FileResponse, HTMLResponse, Response

from adgen_app.errors import NotFound

OPENAPI = "/api/openapi.json"
router = APIRouter(prefix="/api/docs", include_in_schema=False)

_ASSETS = Path(fastapi_offline.__file__).parent / "static"
_SERVED = ("swagger-ui-bundle.js", "swagger-ui.css", "favicon.png")
_KEPT = {"Cache-Control": "public, max-age=86400"}


@router.get("")
def page() -> HTMLResponse:
    """Swagger UI."""
    html, policy = _page()
    return HTMLResponse(html, headers={"Content-Security-Policy": policy})


@router.get("/assets/{name}")
def asset(name: str) -> Response:
    """A file of Swagger UI's."""
    if name not in _SERVED:
        raise NotFound
    return FileResponse(_ASSETS / name, headers=_KEPT)


@cache
def _page() -> tuple[bytes, str]:
    """HTML and its policy: the one script in the page is allowed by its hash; Swagger UI styles by attribute."""
    made = get_swagger_ui_html(
        openapi_url=OPENAPI,
        title="AdGen API",
        swagger_js_url="/api/docs/assets/swagger-ui-bundle.js",
        swagger_css_url="/api/docs/assets/swagger-ui.css",
        swagger_favicon_url="/api/docs/assets/favicon.png",
    )
    html = bytes(made.body)
    script = re.findall(rb"<script>(.*?)</script>", html, re.DOTALL)[0]
    digest = base64.b64encode(hashlib.sha256(script).digest()).decode()
    return html, (
        f"default-src 'none'; script-src 'self' 'sha256-{digest}'; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'"
    )
