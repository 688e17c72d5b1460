"""The same behaviour from a folder and from S3, the latter a real server on this machine."""

import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import boto3
import httpx
import pytest
from moto.server import ThreadedMotoServer

from adgen_app import storage
from adgen_app.config import settings
from adgen_app.errors import NotFound, Unavailable

KEY = "ads/4f9c/ad.mp4"
S3 = "s3://media/folder"

Use = Callable[[str], None]


@pytest.fixture(scope="session")
def s3_server() -> Iterator[str]:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def s3(s3_server: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name, value in {
        "AWS_ENDPOINT_URL": s3_server,
        "AWS_ALLOW_HTTP": "true",
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_REGION": "eu-west-1",
        "AWS_DEFAULT_REGION": "eu-west-1",
    }.items():
        monkeypatch.setenv(name, value)
    client = boto3.client("s3", endpoint_url=s3_server)
    client.create_bucket(Bucket="media", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    yield
    for item in client.list_objects_v2(Bucket="media").get("Contents", []):
        client.delete_object(Bucket="media", Key=item["Key"])
    client.delete_bucket(Bucket="media")
    client.close()


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Iterator[Use]:
    def point_to(url: str) -> None:
        monkeypatch.setenv("STORAGE_URL", url)
        settings.cache_clear()
        storage._store.cache_clear()

    yield point_to
    settings.cache_clear()
    storage._store.cache_clear()


@pytest.fixture
def folder(tmp_path: Path, use: Use) -> Path:
    path = tmp_path / "my media ä"
    use(path.as_uri())
    return path


@pytest.fixture(params=["folder", "s3"])
def anywhere(request: pytest.FixtureRequest, use: Use) -> str:
    request.getfixturevalue(request.param)
    if request.param == "s3":
        use(S3)
    return request.param


@pytest.fixture
def video(tmp_path: Path) -> Path:
    path = tmp_path / "cut.mp4"
    path.write_bytes(b"first version")
    return path


def read(key: str) -> bytes:
    where = storage.locate(key)
    if isinstance(where, Path):
        return where.read_bytes()
    return httpx.get(where).raise_for_status().content


def test_a_saved_file_can_be_read_back(anywhere: str, video: Path) -> None:
    storage.save(KEY, video)
    assert read(KEY) == b"first version"


def test_saving_again_replaces(anywhere: str, video: Path) -> None:
    storage.save(KEY, video)
    video.write_bytes(b"second")
    storage.save(KEY, video)
    assert read(KEY) == b"second"


@pytest.mark.parametrize(
    ("key", "kind", "name"),
    [("ads/4f9c/ad.mp4", "video/mp4", "ad_4f9c.mp4"), ("ads/4f9c/thumbnail.jpg", "image/jpeg", "thumbnail_4f9c.jpg")],
)
def test_a_bucket_says_what_it_hands_out(s3: None, use: Use, video: Path, key: str, kind: str, name: str) -> None:
    use(S3)
    storage.save(key, video)
    headers = httpx.get(str(storage.locate(key)), headers={"Range": "bytes=0-3"}).headers
    assert (headers["content-type"], headers["content-disposition"]) == (kind, f'attachment; filename="{name}"')


@pytest.mark.slow
def test_a_file_larger_than_one_part_arrives_whole(anywhere: str, video: Path) -> None:
    content = os.urandom(12_000_000)
    video.write_bytes(content)
    storage.save(KEY, video)
    assert read(KEY) == content


def test_what_is_not_there_is_not_found(anywhere: str) -> None:
    with pytest.raises(NotFound):
        storage.locate(KEY)


def test_what_is_in_memory_is_stored_in_the_same_way(anywhere: str) -> None:
    storage.put("assets/me/1/photo.jpg", b"a photo")
    assert read("assets/me/1/photo.jpg") == storage.read("assets/me/1/photo.jpg") == b"a photo"


def test_what_is_not_there_can_not_be_read(anywhere: str) -> None:
    with pytest.raises(NotFound):
        storage.read("ads/none/captions.vtt")


def test_a_file_is_brought_here_whole_or_not_at_all(anywhere: str, tmp_path: Path) -> None:
    storage.put(KEY, b"0123456789" * 2_000_000)
    target = tmp_path / "work" / "ad.mp4"
    storage.fetch(KEY, target)
    assert target.read_bytes() == b"0123456789" * 2_000_000
    with pytest.raises(NotFound):
        storage.fetch("ads/none/ad.mp4", target.with_name("none.mp4"))
    assert [path.name for path in target.parent.iterdir()] == ["ad.mp4"]


def test_a_folder_of_files_is_removed_and_its_neighbours_stay(anywhere: str, video: Path) -> None:
    for key in ("ads/1/ad.mp4", "ads/1/thumb.jpg", "ads/1/deep/er.txt", "ads/12/ad.mp4"):
        storage.save(key, video)
    storage.remove("ads/1/")
    for gone in ("ads/1/ad.mp4", "ads/1/thumb.jpg", "ads/1/deep/er.txt"):
        with pytest.raises(NotFound):
            storage.locate(gone)
    assert read("ads/12/ad.mp4") == b"first version"


def test_more_files_than_one_listing_holds_are_all_removed(folder: Path) -> None:
    ad = folder / "ads" / "1"
    ad.mkdir(parents=True)
    for number in range(1100):
        (ad / str(number)).touch()
    storage.remove("ads/1/")
    assert [path for path in folder.rglob("*") if path.is_file()] == []


def test_removing_nothing_is_fine(anywhere: str) -> None:
    storage.remove("ads/never-was/")


@pytest.mark.parametrize("key", ["../outside.txt", "ads/../../outside.txt", "ads/./x", "ads//x", "a\0b"])
def test_no_key_leads_out_of_the_storage(anywhere: str, key: str, video: Path) -> None:
    for act in (lambda: storage.locate(key), lambda: storage.save(key, video), lambda: storage.remove(key)):
        with pytest.raises(ValueError, match="Could not parse path"):
            act()


def test_a_key_with_a_leading_slash_stays_in_the_storage(anywhere: str, video: Path) -> None:
    storage.save("/etc/hostname", video)
    assert read("/etc/hostname") == b"first version"


def test_removing_what_somebody_else_removes_at_the_same_time_is_fine(anywhere: str, video: Path) -> None:
    for number in range(30):
        storage.save(f"ads/1/{number}", video)
    with ThreadPoolExecutor(3) as many:
        for removed in [many.submit(storage.remove, "ads/1/") for _ in range(3)]:
            removed.result()
    with pytest.raises(NotFound):
        storage.locate("ads/1/0")


def test_a_reader_never_sees_half_a_file(folder: Path, video: Path) -> None:
    versions = [bytes([letter]) * 3_000_000 for letter in b"ab"]
    video.write_bytes(versions[0])
    storage.save(KEY, video)
    seen: list[bytes] = []
    done = threading.Event()

    def keep_reading() -> None:
        while not done.is_set():
            seen.append(read(KEY))

    reader = threading.Thread(target=keep_reading)
    reader.start()
    for turn in range(20):
        video.write_bytes(versions[turn % 2])
        storage.save(KEY, video)
    done.set()
    reader.join()
    assert len(seen) > 1
    assert set(seen) <= set(versions)


@pytest.mark.slow
def test_removing_an_ad_does_not_disturb_the_saving_of_another(folder: Path, video: Path) -> None:

    def come_and_go(who: str) -> None:
        for number in range(700):
            storage.save(f"ads/{who}{number}/ad.mp4", video)
            storage.remove(f"ads/{who}{number}/")

    with ThreadPoolExecutor(3) as many:
        for done in [many.submit(come_and_go, who) for who in "abc"]:
            done.result()


def test_saving_leaves_nothing_else_behind(folder: Path, video: Path) -> None:
    storage.save(KEY, video)
    assert [path.name for path in folder.rglob("*") if path.is_file()] == ["ad.mp4"]
    storage.remove("ads/4f9c/")
    assert list(folder.rglob("4f9c")) == []


def test_a_storage_that_cannot_be_reached_is_unavailable(
    s3: None, video: Path, use: Use, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    use(S3)
    for act in (lambda: storage.save(KEY, video), lambda: storage.locate(KEY), lambda: storage.remove("ads/1/")):
        with pytest.raises(Unavailable):
            act()


def test_a_folder_that_is_full_or_read_only_is_unavailable(folder: Path, video: Path) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "ads").write_text("a file where a folder should be")
    with pytest.raises(Unavailable):
        storage.save(KEY, video)


def test_a_storage_that_cannot_hand_out_files_says_so(video: Path, use: Use) -> None:
    use("memory:///")
    storage.save(KEY, video)
    with pytest.raises(Unavailable, match="use a folder"):
        storage.locate(KEY)


def test_a_storage_of_a_kind_that_does_not_exist_is_unavailable(use: Use) -> None:
    use("ftp://somewhere/else")
    with pytest.raises(Unavailable):
        storage.locate(KEY)


def test_a_storage_that_works_is_checked_without_a_trace(anywhere: str, tmp_path: Path, s3_server: str) -> None:
    storage.check()
    if anywhere == "s3":
        assert "<Key>" not in httpx.get(f"{s3_server}/media?list-type=2").text
    else:
        assert list((tmp_path / "my media ä").iterdir()) == []


@pytest.mark.parametrize("url", ["file:///proc/nope", "ftp://x/y", "s3://", "memory:///"])
def test_a_storage_that_can_not_be_used_is_one_sentence(url: str, use: Use) -> None:
    use(url)
    with pytest.raises(Unavailable) as refused:
        storage.check()
    assert str(refused.value).startswith(f"{url} can't be used: ")
    assert str(refused.value).endswith(". Correct STORAGE_URL or its credentials.")
