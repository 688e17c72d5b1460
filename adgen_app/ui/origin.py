"""Lets the pages talk to whatever address served them."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Unpack
from urllib.parse import urlsplit

from reflex.config import get_config
from reflex.plugins import Plugin, PreCompileContext
from reflex.plugins.base import PostBuildContext

from adgen_app.config import settings

_LOOPBACK = {"localhost", "127.0.0.1", "::1"}
_DEFAULT_BACKEND_PORT = 8000
_PROXY = re.compile(r"  server: \{\n(?:    proxy: .*\n)?")


class OneOrigin(Plugin):
    """Makes built pages use the browser's own address, whatever its host and port.

    Reflex writes `api_url` into the build, as a chunk of its own. Left at its default, it is replaced there by what
    the browser sees, so that one build serves any port, any host name and any proxy. While developing, where pages
    and backend have two ports, the pages' server passes /api on to the backend.
    """

    def pre_compile(self, **context: Unpack[PreCompileContext]) -> None:
        """Let the development server pass /api on."""
        context["add_modify_task"]("vite.config.js", _with_proxy)

    def post_build(self, **context: Unpack[PostBuildContext]) -> None:
        """Replace a loopback `api_url` in the build."""
        api_url = get_config().api_url
        if urlsplit(api_url).hostname in _LOOPBACK:
            _use_own_origin(context["static_dir"], api_url)


def _with_proxy(vite_config: str) -> str:
    """Written as an address alone, the proxy would put its own host in the place of the browser's."""
    backend = f"http://127.0.0.1:{get_config().backend_port or _DEFAULT_BACKEND_PORT}"
    server = f'  server: {{\n    proxy: {{"/api": {{target: "{backend}"}}}},\n'
    changed, found = _PROXY.subn(server, vite_config, count=1)
    if not found:
        raise ValueError("vite.config.js has no server section any more")
    return changed


def _use_own_origin(static_dir: Path, api_url: str) -> None:
    (chunk,) = static_dir.glob("assets/reflex-env-*.js")
    written = re.compile(rf"""(["'`])(http|ws)(?:{re.escape(api_url.removeprefix("http"))})(/[\w/-]*)\1""")
    code, found = written.subn(_own_origin, chunk.read_text(encoding="utf-8"))
    if not found:
        raise ValueError(f"{chunk.name} does not name {api_url}")
    chunk.write_text(code, encoding="utf-8")


def _own_origin(url: re.Match[str]) -> str:
    origin = "location.origin" if url[2] == "http" else 'location.origin.replace("http","ws")'
    return f'{origin}+"{url[3]}"'


def may_connect(origin: str, request: Mapping[str, Any]) -> bool:
    """Whether pages from an origin may open a websocket: our own, those configured, and any port while developing."""
    if origin in settings().cors_origins:
        return True
    page, asked = urlsplit(origin), urlsplit(f"//{request.get('HTTP_HOST', '')}")
    return page.netloc == asked.netloc or (not settings().production and page.hostname == asked.hostname)
