"""Where finished files live, by URL: a local folder or S3."""

from datetime import timedelta
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlparse

import obstore
from obstore.store import AzureStore, GCSStore, LocalStore, ObjectStore, S3Store, from_url

from adgen_app.config import settings
from adgen_app.errors import NotFound, Unavailable

LINK_LIFETIME = timedelta(minutes=15)


@cache
def _store() -> ObjectStore:
    url = settings().storage
    if url.startswith("file://"):
        return LocalStore(unquote(urlparse(url).path), mkdir=True, automatic_cleanup=True)
    return from_url(url)


def save(key: str, source: Path) -> None:
    """Store a file under a key like `ads/ID/ad.mp4`, whole or not at all; again is harmless."""
    with source.open("rb") as file:
        obstore.put(_store(), key, file)


def locate(key: str) -> Path | str:
    """The file's path if it is on this machine, else a link that gives it for a quarter of an hour. Raises NotFound."""
    store = _store()
    try:
        obstore.head(store, key)
    except FileNotFoundError as error:
        raise NotFound from error
    if isinstance(store, LocalStore):
        return Path(unquote(urlparse(settings().storage).path)) / key
    if isinstance(store, S3Store | GCSStore | AzureStore):
        return obstore.sign(store, "GET", key, LINK_LIFETIME)
    raise Unavailable("This kind of storage can't hand out its files; use a folder, S3, GCS or Azure.")


def remove(prefix: str) -> None:
    """Remove every file under a prefix; nothing there is fine."""
    store = _store()
    for batch in obstore.list(store, prefix):
        obstore.delete(store, [meta["path"] for meta in batch])
