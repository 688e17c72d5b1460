import hashlib
import socket
import threading
from io import BytesIO
from pathlib import Path

import av
import numpy as np
import pytest
from av.audio.stream import AudioStream
from hypothesis import given, settings
from hypothesis import strategies as st

from adgen_app.domain.asset import AssetKind
from adgen_app.errors import Unreadable
from adgen_app.studio.audio import aac, intake
from adgen_app.studio.audio.intake import WANTED, normalise


def tune(seconds: float = 4.0, rate: int = 44_100, level: float = 0.3) -> np.ndarray:
    return (level * np.sin(2 * np.pi * 440 * np.arange(round(seconds * rate)) / rate)).astype(np.float32)


def encoded(
    codec: str, container: str, sound: np.ndarray, rate: int = 44_100, layout: str = "stereo", **metadata: str
) -> bytes:
    target = BytesIO()
    with av.open(target, "w", format=container) as out:
        out.metadata.update(metadata)
        stream = out.add_stream(codec, rate=rate, layout=layout)
        assert isinstance(stream, AudioStream)
        wanted = stream.codec_context.format.name
        resampler = av.AudioResampler(wanted, layout, rate, frame_size=1024)
        channels = 1 if layout == "mono" else 6 if layout == "5.1" else 2
        frame = av.AudioFrame.from_ndarray(np.tile(sound, (channels, 1)), format="fltp", layout=layout)
        frame.sample_rate = rate
        for block in (*resampler.resample(frame), *resampler.resample(None)):
            out.mux(stream.encode(block))
        out.mux(stream.encode(None))
    return target.getvalue()


WAV = encoded("pcm_s16le", "wav", tune())


@pytest.mark.parametrize(
    ("codec", "container"),
    [
        ("pcm_s16le", "wav"),
        ("pcm_s24le", "wav"),
        ("mp3", "mp3"),
        ("aac", "mp4"),
        ("aac", "adts"),
        ("flac", "flac"),
        ("libopus", "ogg"),
        ("pcm_s16be", "aiff"),
        ("libopus", "matroska"),
    ],
)
def test_music_of_each_format_comes_in_as_it_sounds(codec: str, container: str, tmp_path: Path) -> None:
    track = normalise(encoded(codec, container, tune(rate=48_000), 48_000))
    (tmp_path / "track.m4a").write_bytes(track.data)
    with av.open(str(tmp_path / "track.m4a")) as file:
        context = file.streams.audio[0].codec_context
        assert (context.name, context.sample_rate, context.layout.name) == ("aac", 48_000, "stereo")
    sound = aac.read(tmp_path / "track.m4a")
    assert track.seconds == pytest.approx(4, abs=0.1)
    spectrum = np.abs(np.fft.rfft(sound[48_000:96_000, 0]))
    assert int(spectrum.argmax()) == 440
    assert np.abs(sound[48_000:96_000]).max() == pytest.approx(0.3, abs=0.05)


@pytest.mark.parametrize(("rate", "layout"), [(8_000, "mono"), (22_050, "stereo"), (96_000, "stereo"), (48_000, "5.1")])
def test_any_rate_in_any_number_of_channels_becomes_ours(rate: int, layout: str) -> None:
    track = normalise(encoded("pcm_s16le", "wav", tune(rate=rate), rate, layout))
    assert track.seconds == pytest.approx(4, abs=0.05)


def test_a_track_is_named_by_what_it_holds() -> None:
    track = normalise(WAV)
    assert track.name == hashlib.sha256(track.data).hexdigest() + ".m4a"
    assert normalise(WAV) == track
    assert normalise(encoded("pcm_s16le", "wav", tune(level=0.2))).name != track.name


def test_titles_stay_with_their_owner() -> None:
    data = encoded("mp3", "mp3", tune(), title="SecretTitle", artist="SecretArtist")
    assert b"SecretTitle" in data
    track = normalise(data)
    assert b"Secret" not in track.data
    with av.open(BytesIO(track.data)) as file:
        assert set(file.metadata) <= {"major_brand", "minor_version", "compatible_brands"}


def picture_only() -> bytes:
    target = BytesIO()
    with av.open(target, "w", format="mp4") as out:
        stream = out.add_stream("mpeg4", rate=10)
        stream.width = stream.height = 32
        out.mux(stream.encode(av.VideoFrame(32, 32, "yuv420p")))
        out.mux(stream.encode(None))
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (b"", "NOT_A_TRACK", "MP3, WAV"),
        (b"hello, I am a text" * 50, "NOT_A_TRACK", "MP3, WAV"),
        (encoded("aac", "mp4", tune())[:-3000], "NOT_A_TRACK", "MP3, WAV"),
        (picture_only(), "NO_SOUND", "no sound"),
        (encoded("pcm_s16le", "wav", tune(1)), "TRACK_TOO_SHORT", "at least 3 seconds"),
        (encoded("pcm_s16le", "wav", tune(level=0)), "TRACK_SILENT", "silent"),
        (
            encoded("pcm_u8", "wav", tune(WANTED[AssetKind.TRACK].longest + 2, 8_000), 8_000, "mono"),
            "TRACK_TOO_LONG",
            "10 minutes",
        ),
    ],
    ids=["nothing", "a text", "torn", "pictures only", "short", "silent", "long"],
)
def test_what_can_not_be_heard_is_refused_in_a_sentence(data: bytes, code: str, said: str) -> None:
    with pytest.raises(Unreadable, match=said) as refused:
        normalise(data)
    assert refused.value.code_here == code


def test_a_recording_may_be_short_and_is_called_one() -> None:
    assert normalise(encoded("pcm_s16le", "wav", tune(1)), AssetKind.VOICE).seconds == pytest.approx(1, abs=0.05)
    with pytest.raises(Unreadable, match=r"This recording is too short. It needs at least 0.5 seconds") as refused:
        normalise(encoded("pcm_s16le", "wav", tune(0.3)), AssetKind.VOICE)
    assert refused.value.code_here == "VOICE_TOO_SHORT"
    with pytest.raises(Unreadable, match="longer than 2 minutes"):
        normalise(encoded("pcm_u8", "wav", tune(122, 8_000), 8_000, "mono"), AssetKind.VOICE)


def test_a_track_that_hides_its_length_is_refused_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(intake.WANTED, AssetKind.TRACK, intake.Wanted("track", "TRACK", 3, 60))
    endless = encoded("aac", "adts", tune(65))
    with av.open(BytesIO(endless[:4000])) as start:
        assert (start.duration or 0) < 60_000_000
    with pytest.raises(Unreadable) as refused:
        intake.normalise(endless)
    assert refused.value.code_here == "TRACK_TOO_LONG"


def test_a_list_of_addresses_makes_nobody_call_them(tmp_path: Path) -> None:
    (tmp_path / "own.wav").write_bytes(WAV)
    called = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(1)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/track.mp3"

        def wait() -> None:
            try:
                server.accept()
            except TimeoutError:
                return
            called.set()

        listener = threading.Thread(target=wait)
        listener.start()
        for names in (address, str(tmp_path / "own.wav")):
            for text in (
                f"#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n{names}\n#EXT-X-ENDLIST\n",
                f"ffconcat version 1.0\nfile '{names}'\n",
            ):
                with pytest.raises(Unreadable):
                    normalise(text.encode())
        listener.join()
    assert not called.is_set()


@settings(max_examples=40, deadline=None)
@given(at=st.floats(0, 1, exclude_max=True), what=st.binary(min_size=1, max_size=8), which=st.booleans())
def test_a_damaged_file_gives_a_track_or_a_refusal(at: float, what: bytes, which: bool) -> None:
    source = FLAC if which else WAV
    place = int(at * len(source))
    try:
        track = normalise(source[:place] + what + source[place + len(what) :])
    except Unreadable:
        return
    assert track.seconds <= 5


FLAC = encoded("flac", "flac", tune())
