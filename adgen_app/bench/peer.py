"""MoviePy, asked for the same ad."""

import json
import subprocess
from pathlib import Path

from adgen_app.config import ROOT
from adgen_app.domain.formats import CROSSFADE_SECONDS, FPS
from adgen_app.domain.storyboard import Storyboard
from adgen_app.errors import StudioFailed
from adgen_app.studio.film.encode import CRF, PRESET
from adgen_app.studio.typefaces import FOLDER

PYTHON = ROOT / ".venv-peer" / "bin" / "python"
HOW_TO = (
    "MoviePy is not here, so it was not compared with. To install it beside AdGen, type:\n"
    "python3 -m venv .venv-peer && .venv-peer/bin/pip install -r requirements-peer.txt"
)
PIECE = 5.0
"""Seconds of the ad that MoviePy makes: it takes several times a minute for the whole, and every frame alike."""
_SCRIPT = Path(__file__).with_name("moviepy_peer.py")
_TAIL = 400


def seconds_per_frame(storyboard: Storyboard, folder: Path, python: Path = PYTHON) -> float | None:
    """What MoviePy takes for a frame; None if it is not installed. Raises StudioFailed if it fails."""
    if not python.exists():
        return None
    order, target = folder / "order.json", folder / "peer.mp4"
    order.write_text(json.dumps(ordered(storyboard)), "utf-8")
    done = subprocess.run(  # noqa: S603 - the interpreter and the script are ours
        [python, _SCRIPT, order, target], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise StudioFailed(f"MoviePy failed: {done.stderr[-_TAIL:]}")
    answer = json.loads(done.stdout.splitlines()[-1])
    return answer["seconds"] / answer["frames"]


def ordered(storyboard: Storyboard) -> dict[str, object]:
    """The storyboard in what MoviePy needs: times, texts, colours, a font, the encoder's settings."""
    colours = storyboard.brand.colours
    return {
        "piece": PIECE,
        "fps": FPS,
        "size": storyboard.aspect_ratio.size,
        "crossfade": CROSSFADE_SECONDS,
        "preset": PRESET,
        "crf": CRF,
        "font": str(FOLDER / "InterTight-Bold.ttf"),
        "colours": [colours[0], colours[-1]],
        "scenes": [
            {"seconds": scene.duration, "texts": [overlay.text for overlay in scene.overlays]}
            for scene in storyboard.scenes
        ],
    }
