import os
import signal
import struct
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import av
import pytest

from adgen_app.domain.formats import AspectRatio
from adgen_app.domain.storyboard import Overlay, Storyboard
from adgen_app.errors import StudioFailed
from adgen_app.studio.audio import aac, level
from adgen_app.studio.cut import Cut, Stage, cut
from tests.processes import at_work, gone
from tests.studio.boards import FITNESS

BT709 = 1
ROOT = Path(__file__).parents[2]


def with_headline(board: Storyboard, scene: int, text: str) -> Storyboard:
    changed = board.scenes[scene].model_copy(
        update={"overlays": (Overlay(text=text), *board.scenes[scene].overlays[1:])}
    )
    scenes = (*board.scenes[:scene], changed, *board.scenes[scene + 1 :])
    return board.model_copy(update={"scenes": scenes})


def packets(file: Path) -> list[bytes]:
    with av.open(str(file)) as container:
        return [bytes(packet) for packet in container.demux(video=0) if packet.size]


def boxes(file: Path) -> list[bytes]:
    content, at, found = file.read_bytes(), 0, list[bytes]()
    while at < len(content):
        size, kind = struct.unpack(">I4s", content[at : at + 8])
        found.append(kind)
        at += size
    return found


def test_an_ad_has_the_frames_codecs_tags_that_platforms_demand(finished: Cut) -> None:
    with av.open(str(finished.path)) as container:
        video, audio = container.streams.video[0], container.streams.audio[0]
        context = video.codec_context
        assert (context.codec.name, context.profile, context.pix_fmt) == ("h264", "High", "yuv420p")
        assert (context.width, context.height) == finished.size == (1080, 1080)
        tags = (context.color_range, context.colorspace, context.color_primaries, context.color_trc)
        assert tags == (BT709, BT709, BT709, BT709)
        assert (audio.codec_context.name, audio.rate, audio.layout.name) == ("aac", 48000, "stereo")
        assert container.duration == 15 * av.time_base
        times = [frame.pts * video.time_base for frame in container.decode(video)]
    assert len(times) == finished.frames == 450
    assert [time * 30 for time in times] == list(range(450))


def test_the_index_stands_in_front(finished: Cut) -> None:
    order = boxes(finished.path)
    assert order.index(b"moov") < order.index(b"mdat")


def test_sound_is_as_long_as_the_ad_and_as_loud_as_promised(finished: Cut) -> None:
    sound = aac.read(finished.path)
    assert 15 * 48000 <= len(sound) < 15 * 48000 + 1024
    assert level.loudness(sound) == pytest.approx(-14, abs=0.5)
    assert level.true_peak(sound) <= -1


def test_progress_goes_through_every_stage_and_never_back(finished: Cut, told: list[tuple[Stage, float]]) -> None:
    assert finished
    assert [stage for at, (stage, _) in enumerate(told) if not at or told[at - 1][0] is not stage] == list(Stage)
    footage = [share for stage, share in told if stage is Stage.FOOTAGE]
    assert footage == sorted(footage)
    assert footage[-1] == pytest.approx(1.0)
    assert len(footage) > 10


@pytest.mark.slow
def test_a_changed_headline_cuts_only_its_chunks_and_equals_a_full_cut(
    finished: Cut, square: Storyboard, workspace: Path, tmp_path: Path
) -> None:
    assert finished
    before = {file.name for file in workspace.iterdir()}
    changed = with_headline(square, 1, "Hello Ember & Oak")
    partial = cut(changed, tmp_path / "partial.mp4", workspace=workspace)
    added = {file.name for file in workspace.iterdir()} - before
    assert {Path(name).suffix for name in added} == {".mp4"}
    assert len(added) == 5, "frames 112 to 247 lie in five chunks"
    full = cut(changed, tmp_path / "full.mp4", workspace=tmp_path / "other", processes=1)
    assert packets(partial.path) == packets(full.path)


@pytest.mark.slow
def test_one_process_draws_the_same_frames_as_many(finished: Cut, square: Storyboard, tmp_path: Path) -> None:
    alone = cut(square, tmp_path / "alone.mp4", workspace=tmp_path / "parts", processes=1)
    assert pictures(alone.path) == pictures(finished.path)


def pictures(file: Path) -> list[str]:
    """Hashes of the frames as they are decoded."""
    with av.open(str(file)) as container:
        return [sha256(frame.to_ndarray().tobytes()).hexdigest() for frame in container.decode(video=0)]


def test_another_format_takes_the_same_music(
    finished: Cut, square: Storyboard, workspace: Path, tmp_path: Path
) -> None:
    assert finished
    sounds = {file.name for file in workspace.glob("*.m4a")}
    wide = square.model_copy(update={"aspect_ratio": AspectRatio.PORTRAIT})

    def stop(stage: Stage, share: float) -> None:
        if stage is Stage.FOOTAGE and share > 0.3:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        cut(wide, tmp_path / "wide.mp4", workspace=workspace, on_progress=stop)
    assert {file.name for file in workspace.glob("*.m4a")} == sounds


def test_a_stopped_cut_leaves_no_file_and_no_process(tmp_path: Path) -> None:
    seen = set[int]()

    def stop(stage: Stage, share: float) -> None:
        if share > 0:
            seen.update(at_work(os.getpid()))
            raise InterruptedError(stage)

    with pytest.raises(InterruptedError):
        cut(FITNESS, tmp_path / "ad.mp4", workspace=tmp_path / "parts", processes=2, on_progress=stop)
    assert seen
    assert gone(seen)
    assert list(tmp_path.iterdir()) == [tmp_path / "parts"]


def test_a_killed_worker_is_reported_and_leaves_no_file(tmp_path: Path) -> None:
    def kill(_: Stage, share: float) -> None:
        if share > 0:
            for pid in at_work(os.getpid()):
                os.kill(pid, signal.SIGKILL)

    with pytest.raises(StudioFailed, match="worker"):
        cut(FITNESS, tmp_path / "ad.mp4", workspace=tmp_path / "parts", processes=2, on_progress=kill)
    assert list(tmp_path.iterdir()) == [tmp_path / "parts"]
    for part in (tmp_path / "parts").glob("*.mp4"):
        assert packets(part), "only whole parts bear their name"
    assert gone(at_work(os.getpid()))


_CALLER = """
import os, sys
from pathlib import Path
from tests.studio.boards import FITNESS
from tests.processes import at_work
from adgen_app.studio.cut import cut

def tell(stage, share):
    if share > 0:
        print(*at_work(os.getpid()), flush=True)

cut(FITNESS, Path(sys.argv[1]) / "ad.mp4", workspace=Path(sys.argv[1]) / "parts", processes=2, on_progress=tell)
"""


def test_workers_die_with_their_caller_which_needs_no_main_guard(tmp_path: Path) -> None:
    script = tmp_path / "caller.py"
    script.write_text(_CALLER)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, str(script), str(tmp_path)], stdout=subprocess.PIPE, text=True, env=environment
    ) as caller:
        assert caller.stdout
        drawing = {int(pid) for pid in caller.stdout.readline().split()}
        assert len(drawing) == 3  # two draw, one makes the sound
        caller.kill()
    assert gone(drawing)
    assert not (tmp_path / "ad.mp4").exists()
