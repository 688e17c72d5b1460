"""Names for work already done: hashes of everything that went into it."""

import hashlib
import json
from functools import cache
from importlib.metadata import version
from pathlib import Path

from adgen_app.domain.formats import FPS
from adgen_app.domain.storyboard import Storyboard
from adgen_app.studio.audio.score import score
from adgen_app.studio.spoken import Caption, spoken
from adgen_app.studio.timeline import Shot, shots

_STUDIO = Path(__file__).parent
_LENGTH = 32
_TOOLS = ("skia-python", "opencv-python-headless", "av", "numpy")


def chunk(storyboard: Storyboard, first: int, last: int) -> str:
    """Hash of all that frames `first` to `last` (excluded) show; what comes before or after makes no difference."""
    seen = [shot for shot in shots(storyboard) if shot.first < last and first < shot.last]
    return digest(
        {
            "studio": studio(),
            "frames": last - first,
            "start": min(first, FPS),
            "end": min(storyboard.frames - last, FPS),
            "finish": storyboard.finish.model_dump(exclude={"captions"}),
            "grain": first if storyboard.finish.grain else 0,
            "shots": [_described(shot, first) for shot in seen],
            "captions": [_lettered(caption, first, last) for caption in spoken(storyboard, first, last)],
        }
    )


def sound(storyboard: Storyboard) -> str:
    """Hash of everything that the sound depends on: not the pictures, not the format."""
    wanted = score(storyboard)
    return digest(
        {
            "studio": studio(),
            "music": storyboard.track or wanted.mood,
            "seconds": wanted.seconds,
            "cuts": wanted.cuts,
            "voice": [(line.voice, line.start) for line in storyboard.voice],
        }
    )


def digest(value: object) -> str:
    """A short hash of a value that JSON can hold."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]


@cache
def studio() -> str:
    """Hash of the studio's own code, fonts, tools: another studio draws other frames."""
    found = hashlib.sha256()
    for file in sorted(_STUDIO.rglob("*")):
        if file.suffix in {".py", ".ttf", ".json"}:
            found.update(file.relative_to(_STUDIO).as_posix().encode())
            found.update(file.read_bytes())
    for tool in _TOOLS:
        found.update(f"{tool}={version(tool)}".encode())
    return found.hexdigest()


def _described(shot: Shot, first: int) -> dict[str, object]:
    stage = shot.stage
    return {
        "scene": stage.scene.model_dump(mode="json", exclude={"narration", "duration"}),
        "begins": shot.first - first,
        "lasts": shot.last - shot.first,
        "index": stage.index,
        "lead": stage.lead,
        "seconds": stage.seconds,
        "style": stage.style,
        "aspect_ratio": stage.aspect_ratio,
        "colours": stage.colours,
        "name": stage.name,
        "product": stage.product,
        "call_to_action": stage.call_to_action if shot.stage.scene.kind == "end_card" else "",
        "language": stage.language,
        "logo": stage.logo if stage.scene.kind == "end_card" else None,
        "captioned": stage.captioned,
    }


def _lettered(caption: Caption, first: int, last: int) -> dict[str, object]:
    """What a chunk shows of a caption: only which of its words are lit there, and when."""
    return {
        "text": caption.phrase.text,
        "words": [word.text for word in caption.phrase.words],
        "begins": max(0, caption.first - first),
        "ends": min(last, caption.last) - first,
        "lit": [caption.lit(number) for number in range(max(first, caption.first), min(last, caption.last))],
    }
