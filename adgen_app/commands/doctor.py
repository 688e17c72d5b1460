"""`./adgen doctor`: what is configured, what is missing, and what that means."""

import os
import platform
import shutil
import sys
from collections.abc import Iterator
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from adgen_app import storage
from adgen_app.build import is_built
from adgen_app.config import settings
from adgen_app.db.engine import address, required
from adgen_app.db.migrate import up_to_date
from adgen_app.errors import Unavailable
from adgen_app.services import limits

_ROOMY = 5 * 1024**3
"""Bytes; a thousand ads of 15 s."""
_LATIN = "InterTight-Bold"
_NOTO = "fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji"
_SCRIPTS = {"Chinese, Japanese and Korean": ("你", "zh"), "Arabic": ("ع", "ar"), "emoji": ("😀", "en")}


class State(StrEnum):
    """How it is with a part."""

    FINE = "fine"
    NOTE = "note"
    MISSING = "missing"


class Finding(NamedTuple):
    """What was found out about a part."""

    part: str
    state: State
    sentence: str


def doctor() -> None:
    """Say what is configured, what is missing, and what that means."""
    findings = list(_findings())
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for finding in findings:
        table.add_row(*map(escape, finding))
    Console(highlight=False).print(table)
    raise typer.Exit(int(any(finding.state is State.MISSING for finding in findings)))


def _findings() -> Iterator[Finding]:
    yield Finding("Python", State.FINE, f"{platform.python_version()}, {sys.executable}")
    yield from (_studio(), _fonts(), _data_folder(), _database(), _storage(), _redis())
    yield from (_secret(), _cookies(), _engine(), _pages(), _tests())


def _studio() -> Finding:
    try:
        import_module("adgen_app.studio.cut")
    except ImportError as error:
        return Finding(
            "Studio", State.MISSING, f"No ad can be cut: {error}. Debian has it in libgl1, libegl1, libexpat1."
        )
    return Finding("Studio", State.FINE, f"Cuts ads on {os.cpu_count()} processors.")


def _fonts() -> Finding:
    try:
        library = import_module("adgen_app.studio.typefaces").library()
    except ImportError:
        return Finding("Fonts", State.NOTE, "Can't be looked at before the studio works.")
    bare = [
        script for script, (letter, tongue) in _SCRIPTS.items() if len(library.families(letter, _LATIN, tongue)) == 1
    ]
    if bare:
        names = ", ".join(bare)
        return Finding("Fonts", State.NOTE, f"{names} would show as boxes. On Debian: sudo apt-get install {_NOTO}")
    return Finding("Fonts", State.FINE, "Every script that ads use can be set.")


def _data_folder() -> Finding:
    folder = settings().data_dir
    try:
        folder.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(folder).free
    except OSError as error:
        return Finding("Data", State.MISSING, f"{folder} can't be made: {error.strerror}. Set ADGEN_DATA_DIR.")
    if not os.access(folder, os.W_OK):
        return Finding("Data", State.MISSING, f"{folder} can't be written to. Change its owner or set ADGEN_DATA_DIR.")
    if free < _ROOMY:
        return Finding("Data", State.NOTE, f"{folder} has {free / 1024**3:.1f} GB left; ads will soon fail.")
    return Finding("Data", State.FINE, f"{folder}, {free / 1024**3:.0f} GB free.")


def _database() -> Finding:
    url = address()
    try:
        with required():
            if up_to_date():
                return Finding("Database", State.FINE, f"{url} answers.")
    except Unavailable as error:
        return Finding("Database", State.MISSING, str(error))
    return Finding("Database", State.NOTE, f"{url} is empty or old; `./adgen serve` brings it up to date.")


def _storage() -> Finding:
    try:
        storage.check()
    except Unavailable as error:
        return Finding("Storage", State.MISSING, str(error))
    return Finding("Storage", State.FINE, f"Ads are kept in {settings().storage}")


def _redis() -> Finding:
    try:
        limits.check()
    except Unavailable as error:
        return Finding("Redis", State.MISSING, str(error))
    where = "in Redis, for all processes" if settings().redis_url else "in the one process that serves"
    return Finding("Redis", State.FINE, f"Sessions of pages and limits are kept {where}.")


def _secret() -> Finding:
    if settings().secret_key.get_secret_value():
        return Finding("Secret", State.FINE, "SECRET_KEY signs the sessions.")
    return Finding("Secret", State.NOTE, f"Made here and kept in {settings().data_dir}; production wants SECRET_KEY.")


def _cookies() -> Finding:
    if settings().secure_cookies:
        return Finding("Sessions", State.FINE, "Browsers keep them for HTTPS alone.")
    if settings().production:
        return Finding("Sessions", State.NOTE, "DANGER: sent over plain HTTP; set ADGEN_INSECURE_COOKIES=false.")
    return Finding("Sessions", State.NOTE, "Also over plain HTTP; production keeps them for HTTPS.")


def _engine() -> Finding:
    if settings().embedded_engine:
        return Finding("Engine", State.FINE, "`./adgen serve` makes the ads itself.")
    return Finding("Engine", State.NOTE, "`./adgen serve` only takes orders: run `./adgen worker` as well.")


def _pages() -> Finding:
    if is_built():
        return Finding("Pages", State.FINE, "Built from the code as it is.")
    return Finding("Pages", State.NOTE, "`./adgen serve` builds them, in about a minute.")


def _tests() -> Finding:
    found = {"Chromium": shutil.which("chromium"), "PostgreSQL": _has_postgresql()}
    lacking = [name for name, there in found.items() if not there]
    if lacking:
        return Finding("Tests", State.NOTE, f"`./adgen test` needs {' and '.join(lacking)} too; nothing else does.")
    return Finding("Tests", State.FINE, "Chromium and PostgreSQL are there for `./adgen test`.")


def _has_postgresql() -> bool:
    return bool(shutil.which("initdb")) or any(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
