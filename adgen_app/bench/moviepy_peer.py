"""The same ad by MoviePy, run by a Python that has it: `python moviepy_peer.py ORDER TARGET`.

Written as MoviePy's own documentation does: a clip for each background and text, crossfades, one composition.
It draws less than the studio: gradients that stand still, no decoration, no emblem. No sound: it would cost time.
"""
# pyright: basic, reportMissingImports=false

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
from moviepy import CompositeVideoClip, ImageClip, TextClip, VideoClip, vfx  # deptry: ignore[DEP001]


def main(order: Path, target: Path) -> None:
    """Write the piece; print seconds and frames as JSON."""
    asked: dict[str, Any] = json.loads(order.read_text("utf-8"))
    started = time.monotonic()
    film = compose(asked).subclipped(0, asked["piece"])
    film.write_videofile(
        str(target),
        fps=asked["fps"],
        codec="libx264",
        preset=asked["preset"],
        ffmpeg_params=["-crf", str(asked["crf"]), "-pix_fmt", "yuv420p"],
        threads=os.cpu_count(),
        audio=False,
        logger=None,
    )
    print(json.dumps({"seconds": time.monotonic() - started, "frames": round(asked["piece"] * asked["fps"])}))  # noqa: T201 - its answer


def compose(asked: dict[str, Any]) -> VideoClip:
    """All scenes, each over the end of the one before."""
    scenes, begins, fade = list[VideoClip](), 0.0, asked["crossfade"]
    for number, scene in enumerate(asked["scenes"]):
        clip = _scene(asked, scene, scene["seconds"] + fade).with_start(begins)
        scenes.append(clip.with_effects([vfx.CrossFadeIn(fade)]) if number else clip)
        begins += scene["seconds"]
    return CompositeVideoClip(scenes, size=asked["size"]).with_duration(begins)


def _scene(asked: dict[str, Any], scene: dict[str, Any], seconds: float) -> VideoClip:
    width, height = asked["size"]
    texts, share = list[VideoClip](), seconds / len(scene["texts"])
    for at, text in enumerate(scene["texts"]):
        clip = TextClip(
            font=asked["font"],
            text=text,
            font_size=96,
            color="white",
            method="caption",
            size=(width - 240, None),
            text_align="center",
            margin=(0, 40),  # or it cuts off what stands below the line
        )
        start = at * share
        settled = (height - clip.h) // 2
        texts.append(
            clip.with_start(start)
            .with_duration(seconds - start if at == len(scene["texts"]) - 1 else share)
            .with_position(lambda t, settled=settled: ("center", settled + round(80 * max(0.0, 1 - t / 0.5) ** 3)))
            .with_effects([vfx.CrossFadeIn(0.4)])
        )
    ground = ImageClip(_gradient(asked["size"], asked["colours"])).with_duration(seconds)
    return CompositeVideoClip([ground, *texts], size=asked["size"]).with_duration(seconds)


def _gradient(size: tuple[int, int], colours: list[str]) -> np.ndarray:
    width, height = size
    top, bottom = (np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)], float) for colour in colours)
    share = np.linspace(0, 1, height)[:, None, None]
    return np.broadcast_to(top * (1 - share) + bottom * share, (height, width, 3)).astype(np.uint8)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
