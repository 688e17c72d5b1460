"""One frame of an ad, by its number."""

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np

from adgen_app.domain.formats import FPS
from adgen_app.domain.storyboard import Storyboard, Transition
from adgen_app.studio.finish import finish
from adgen_app.studio.look import backdrop
from adgen_app.studio.look.backdrop import Frame
from adgen_app.studio.look.palette import Tone
from adgen_app.studio.look.transition import crossfade
from adgen_app.studio.scenes import DIRECTORS
from adgen_app.studio.scenes.signature import signature
from adgen_app.studio.scenes.stage import Stage
from adgen_app.studio.scenes.staging import Staging
from adgen_app.studio.scenes.subtitle import subtitle
from adgen_app.studio.timeline import View, brightness, view

_TWOS = 2


def draw(storyboard: Storyboard, frame_number: int, media: Path | None = None) -> Frame:
    """The frame as BGRA pixels, height x width x 4. Pure: the same storyboard and number give the same pixels.

    `media` is the folder with the files that the storyboard names. Raises StudioFailed if one that is shown is missing.
    """
    shown = view(storyboard, frame_number, media)
    frame = _scene(shown)
    if shown.over is not None:
        _change(frame, _scene(shown.over), shown, shown.over)
    finish(frame, storyboard.finish, frame_number)
    subtitle(frame, storyboard, frame_number)
    light = brightness(storyboard, frame_number)
    if light < 1:
        cv2.convertScaleAbs(frame, dst=frame, alpha=light)
    return frame


def _change(frame: Frame, later: Frame, earlier: View, over: View) -> None:
    """Draw the later picture into the frame as the earlier scene's transition asks for."""
    stage, coming = earlier.shot.stage, over.shot.stage
    change = stage.look.transition if stage.scene.transition is Transition.STYLE else crossfade
    change(frame, later, earlier.share, coming.palette(staged(coming).tone))


def _scene(shown: View) -> Frame:
    staging = staged(shown.shot.stage)
    frame = staging.ground(shown.t) if staging.ground else _light(shown.shot.stage, staging.tone, _held(shown.t)).copy()
    with backdrop.surface(frame) as canvas:
        for drawing in staging.drawings:
            drawing(canvas, shown.t)
    return frame


def _held(t: float) -> float:
    """Backgrounds move slowly, so they are drawn on twos: every picture of them is seen for two frames.

    That halves what they cost, and the encoder need not look for what did not change.
    """
    return int(t * FPS + 0.5) // _TWOS * _TWOS / FPS


@lru_cache(maxsize=2)
def _light(stage: Stage, tone: Tone, t: float) -> Frame:
    """The style's background; two are in use while a scene gives way to the next."""
    width, height = stage.aspect_ratio.size
    frame = np.empty((height, width, 4), np.uint8)
    ground = stage.ground(tone)
    backdrop.paint(frame, stage.look, ground, t)
    with backdrop.surface(frame) as canvas:
        stage.look.decor(canvas, ground, t)
    return frame


@lru_cache(maxsize=4)
def staged(stage: Stage) -> Staging:
    """The scene with its texts set and its words drawn; two or three are in use at a time."""
    staging = DIRECTORS[stage.scene.kind](stage)
    named = replace(stage, inks=staging.mark) if staging.mark else stage
    return replace(staging, drawings=(*staging.drawings, *signature(named, staging.tone)))
