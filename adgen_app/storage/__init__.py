"""Where finished files live, by URL: a local folder or S3."""

import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from datetime import timedelta
from functools import cache
from io import BufferedReader
from mimetypes import guess_type
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlparse
from uuid import uuid4

import obstore
from obstore.exceptions import BaseError
from obstore.store import AzureStore, GCSStore, LocalStore, ObjectStore, S3Store, from_url

from adgen_app.config import settings
from adgen_app.errors import NotFound, Unavailable

LINK_LIFETIME = timedelta(minutes=15)
PATIENCE = timedelta(seconds=20)


@cache
def _store() -> ObjectStore:
    url = settings().storage
    if url.startswith("file://"):
        return LocalStore(_folder(), mkdir=True)
    return from_url(url, retry_config={"max_retries": 3, "retry_timeout": PATIENCE})


def check() -> None:
    """Store a file, find it, remove it, as ads will be. Raises Unavailable with what to do where that can't be."""
    folder = f"check-{uuid4().hex}"
    try:
        put(f"{folder}/trial", b"AdGen")
        locate(f"{folder}/trial")
        remove(folder)
    except Unavailable as error:
        first, *_ = str(error.__cause__ or error).splitlines()
        cure = "Correct STORAGE_URL or its credentials."
        raise Unavailable(f"{settings().storage} can't be used: {first.rstrip('.')}. {cure}") from error


def save(key: str, source: Path) -> None:
    """Store a file under a key like `ads/ID/ad.mp4`, whole or not at all; again is harmless. Raises Unavailable."""
    with source.open("rb") as file:
        put(key, file)


def put(key: str, content: bytes | BufferedReader) -> None:
    """Store what is in memory, or comes from an open file, in the same way. Raises Unavailable."""
    with _reached() as store:
        obstore.put(store, key, content, attributes=None if isinstance(store, LocalStore) else _told(key))


def fetch(key: str, target: Path) -> None:
    """Bring a file to this machine, whole or not at all. Raises NotFound, Unavailable."""
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with _reached() as store, unfinished.open("wb") as file:
            for chunk in obstore.get(store, key):
                file.write(chunk)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def read(key: str) -> bytes:
    """A small file's content. Raises NotFound, Unavailable."""
    with _reached() as store:
        return bytes(obstore.get(store, key).bytes())


def locate(key: str) -> Path | str:
    """The file's path if it is on this machine, else a link that gives it for a quarter of an hour.

    Raises NotFound, Unavailable; ValueError for a key that would lead out of the storage.
    """
    with _reached() as store:
        found = obstore.head(store, key)["path"]
    if isinstance(store, LocalStore):
        return _folder() / found
    if isinstance(store, S3Store | GCSStore | AzureStore):
        return obstore.sign(store, "GET", key, LINK_LIFETIME)
    raise Unavailable("This kind of storage can't hand out its files; use a folder, S3, GCS or Azure.")


def within(path: Path) -> str:
    """The key of a file that `locate` found on this machine."""
    return path.relative_to(_folder()).as_posix()


def remove(prefix: str) -> None:
    """Remove every file under a prefix; nothing there is fine, also when somebody else is at it. Raises Unavailable."""
    with _reached() as store:
        found = [meta["path"] for batch in obstore.list(store, prefix) for meta in batch]
    for path in found:
        with suppress(NotFound), _reached() as store:
            obstore.delete(store, path)
    if isinstance(store, LocalStore):
        _remove_empty({(_folder() / path).parent for path in found})


def _told(key: str) -> dict[str, str]:
    """What a bucket says to a browser: what kind of file it is, and that `ads/ID/ad.mp4` is saved as `ad_ID.mp4`."""
    path = PurePosixPath(key)
    name = f"{path.stem}_{path.parent.name}{path.suffix}"
    kind = guess_type(name)[0] or "application/octet-stream"
    return {"Content-Type": kind, "Content-Disposition": f'attachment; filename="{name}"'}


def _folder() -> Path:
    return Path(unquote(urlparse(settings().storage).path))


def _remove_empty(folders: set[Path]) -> None:
    """Only those that held the files: their parent may be about to get a new one."""
    for folder in sorted(folders, reverse=True):
        with suppress(OSError):
            folder.rmdir()


@contextmanager
def _reached() -> Generator[ObjectStore]:
    try:
        yield _store()
    except FileNotFoundError as error:
        raise NotFound from error
    except (BaseError, OSError) as error:
        raise Unavailable from error
