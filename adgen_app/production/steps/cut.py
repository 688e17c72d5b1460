"""From a storyboard to files in the workspace."""

import time
from pathlib import Path

from adgen_app.config import settings
from adgen_app.domain.generation import GenerationId
from adgen_app.domain.storyboard import Storyboard
from adgen_app.errors import Unavailable
from adgen_app.log import logger
from adgen_app.observe import traces
from adgen_app.production import stopping, workspace
from adgen_app.production.gathering import gather
from adgen_app.services import progress
from adgen_app.studio.cut import Stage
from adgen_app.studio.cut import cut as cut_film
from adgen_app.studio.thumbnail import thumbnail

DRAWING, DRAWN = 30, 70
STITCHING = 80
SCORING = 90
REPORT_SECONDS = 0.5


def cut(generation_id: GenerationId, storyboard: Storyboard) -> Path:
    """Cut the ad and choose its thumbnail, in its workspace; what is there is not made again.

    Raises StudioFailed; InvalidInput if a file is gone; AlreadyFinished if the ad was stopped; Interrupted.
    """
    folder = workspace.of(generation_id)
    film = folder / "ad.mp4"
    if not film.exists():
        folder.mkdir(parents=True, exist_ok=True)
        tell = _Teller(generation_id, len(storyboard.scenes))
        media = gather(generation_id, storyboard)
        thumbnail(storyboard, folder / "thumbnail.jpg", media)
        with traces.span("studio cut", frames=storyboard.frames, scenes=len(storyboard.scenes)):
            cut_film(
                storyboard,
                film,
                workspace=folder / "parts",
                media=media,
                processes=settings().studio_processes or None,
                on_progress=tell.on_progress,
            )
    return film


class _Teller:
    """Passes progress on, not too often, and learns that way that the ad was cancelled."""

    def __init__(self, generation_id: GenerationId, scenes: int) -> None:
        self._id = generation_id
        self._scenes = scenes
        self._next = 0.0
        self._percent = -1

    def on_progress(self, stage: Stage, share: float) -> None:
        """Translate the studio's stages into the specification's percentages."""
        if stage is Stage.FOOTAGE:
            number = min(self._scenes, int(share * self._scenes) + 1)
            self.say(round(DRAWING + share * (DRAWN - DRAWING)), f"Drawing scene {number} of {self._scenes}")
        elif stage is Stage.STITCHING:
            self.say(STITCHING, "Stitching the scenes")
        else:
            self.say(SCORING, "Adding the music")

    def say(self, percent: int, step: str) -> None:
        """Report at most twice a second, except where a stage begins."""
        stopping.check()
        now = time.monotonic()
        if now < self._next and percent < STITCHING:
            return
        self._next, self._percent = now + REPORT_SECONDS, percent
        try:
            progress.report(self._id, percent, step)
        except Unavailable:
            logger.warning("progress not reported: the database is away", percent=percent)
