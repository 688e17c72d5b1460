import json
import sys
from pathlib import Path

import pytest

from adgen_app.bench import peer, subject
from adgen_app.errors import StudioFailed
from adgen_app.planning.writer import plan
from adgen_app.studio.film.encode import CRF, PRESET


def interpreter(folder: Path, answer: str) -> Path:
    """Something that takes the place of a Python that has MoviePy."""
    program = folder / "python"
    program.write_text(f"#!{sys.executable}\n{answer}\n")
    program.chmod(0o755)
    return program


def test_without_moviepy_there_is_no_figure(tmp_path: Path) -> None:
    assert peer.seconds_per_frame(plan(subject.brief()), tmp_path, tmp_path / "nothing") is None


def test_what_it_takes_for_a_frame_is_what_it_answers(tmp_path: Path) -> None:
    python = interpreter(tmp_path, 'print(\'{"seconds": 30.0, "frames": 150}\')')
    assert peer.seconds_per_frame(plan(subject.brief()), tmp_path, python) == pytest.approx(0.2)


def test_a_failure_of_moviepy_is_told_in_its_words(tmp_path: Path) -> None:
    with pytest.raises(StudioFailed, match="no such font"):
        peer.seconds_per_frame(
            plan(subject.brief()), tmp_path, interpreter(tmp_path, "raise SystemExit('no such font')")
        )


def test_it_is_asked_for_the_same_texts_times_and_encoder() -> None:
    board = plan(subject.brief())
    asked = json.loads(json.dumps(peer.ordered(board)))
    assert [scene["texts"] for scene in asked["scenes"]] == [
        [overlay.text for overlay in scene.overlays] for scene in board.scenes
    ]
    assert sum(scene["seconds"] for scene in asked["scenes"]) == board.duration
    assert asked["size"] == [1080, 1920]
    assert (asked["preset"], asked["crf"]) == (PRESET, CRF)
    assert Path(asked["font"]).exists()
