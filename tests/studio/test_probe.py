from pathlib import Path

import av
import numpy as np
import pytest

from adgen_app.domain.storyboard import Storyboard
from adgen_app.errors import StudioFailed
from adgen_app.studio.cut import Cut
from adgen_app.studio.probe import probe


def written(path: Path, *, faststart: bool, sound: float | None, x264: str = "") -> Path:
    """Two seconds of grey; `sound` is the amplitude of a mono tone of 1 kHz, None for no track."""
    options = {"movflags": "+faststart"} if faststart else {}
    with av.open(str(path), "w", format="mp4", options=options) as container:
        video = container.add_stream("libx264", rate=30, options={"x264-params": x264})
        video.width, video.height, video.pix_fmt = 128, 64, "yuv420p"
        audio = container.add_stream("aac", rate=48_000, layout="mono") if sound is not None else None
        for number in range(60):
            pixels = np.random.default_rng(number).integers(0, 255, (64, 128, 3), dtype=np.uint8)
            container.mux(video.encode(av.VideoFrame.from_ndarray(pixels, format="rgb24")))
        container.mux(video.encode(None))
        if audio is not None:
            swell = np.minimum(1, np.arange(96_000) / 9_600) * np.minimum(1, np.arange(96_000)[::-1] / 9_600)
            tone = (sound or 0) * swell * np.sin(2 * np.pi * 1000 * np.arange(96_000) / 48_000)
            frame = av.AudioFrame.from_ndarray(tone.astype(np.float32)[None], format="fltp", layout="mono")
            frame.sample_rate = 48_000
            container.mux(audio.encode(frame))
            container.mux(audio.encode(None))
    return path


@pytest.mark.slow
def test_a_finished_ad_is_measured(finished: Cut, square: Storyboard) -> None:
    media = probe(finished.path)
    assert (media.width, media.height) == square.aspect_ratio.size
    assert media.frames == square.frames
    assert media.fps == 30
    assert media.seconds == pytest.approx(15, abs=0.05)
    assert (media.video_codec, media.profile, media.pixel_format) == ("h264", "High", "yuv420p")
    assert media.colour == ("bt709", "bt709", "bt709", "tv")
    assert (media.audio_codec, media.sample_rate, media.channels) == ("aac", 48_000, 2)
    assert media.closed_gop
    assert media.moov_first
    assert media.bytes == finished.path.stat().st_size
    assert media.bit_rate == pytest.approx(media.bytes * 8 / media.seconds, rel=1e-3)
    assert media.loudness_lufs == pytest.approx(-14, abs=0.5)
    assert media.true_peak_dbtp is not None
    assert -20 < media.true_peak_dbtp < 0


def test_the_index_is_found_where_it_is(tmp_path: Path) -> None:
    assert probe(written(tmp_path / "first.mp4", faststart=True, sound=None)).moov_first
    assert not probe(written(tmp_path / "last.mp4", faststart=False, sound=None)).moov_first


def test_a_silent_film_has_no_loudness(tmp_path: Path) -> None:
    media = probe(written(tmp_path / "mute.mp4", faststart=True, sound=None))
    assert media.audio_codec is None
    assert (media.sample_rate, media.channels) == (0, 0)
    assert media.loudness_lufs is None
    assert media.true_peak_dbtp is None


def test_a_tone_is_as_loud_as_it_was_made(tmp_path: Path) -> None:
    media = probe(written(tmp_path / "tone.mp4", faststart=True, sound=0.5))
    assert media.channels == 1
    assert media.true_peak_dbtp == pytest.approx(-6.0, abs=0.5)
    assert media.loudness_lufs == pytest.approx(-9.0, abs=0.5)


def test_silence_is_measured_as_such(tmp_path: Path) -> None:
    media = probe(written(tmp_path / "silence.mp4", faststart=True, sound=0.0))
    assert media.audio_codec == "aac"
    assert media.loudness_lufs is not None
    assert media.loudness_lufs < -70


def test_untold_colours_are_none(tmp_path: Path) -> None:
    media = probe(written(tmp_path / "plain.mp4", faststart=True, sound=None))
    assert media.colour.matrix is None
    assert media.frames == 60


@pytest.mark.parametrize(
    ("params", "closed"),
    [("keyint=10:bframes=3:open-gop=0", True), ("keyint=10:bframes=3:open-gop=1:b-adapt=0:scenecut=0", False)],
)
def test_open_groups_of_pictures_are_told_from_closed_ones(params: str, closed: bool, tmp_path: Path) -> None:
    assert probe(written(tmp_path / "gop.mp4", faststart=True, sound=None, x264=params)).closed_gop is closed


def test_something_else_is_refused(tmp_path: Path) -> None:
    text = tmp_path / "ad.mp4"
    text.write_text("no video")
    with pytest.raises(StudioFailed):
        probe(text)


def test_sound_alone_is_refused(tmp_path: Path) -> None:
    with av.open(str(tmp_path / "sound.mp4"), "w") as container:
        stream = container.add_stream("aac", rate=48_000, layout="stereo")
        frame = av.AudioFrame.from_ndarray(np.zeros((2, 48_000), np.float32), format="fltp", layout="stereo")
        frame.sample_rate = 48_000
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    with pytest.raises(StudioFailed):
        probe(tmp_path / "sound.mp4")
