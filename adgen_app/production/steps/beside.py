"""From a finished film to the files that stand beside it."""

from pathlib import Path

from adgen_app.domain.generation import Companion
from adgen_app.domain.storyboard import Storyboard
from adgen_app.errors import StudioFailed
from adgen_app.log import logger
from adgen_app.studio.captions import captions, srt, vtt
from adgen_app.studio.preview import preview


def beside(film: Path, storyboard: Storyboard) -> list[Path]:
    """Write preview, captions next to the film; a preview that can't be made is no reason to lose the ad."""
    cues = captions(storyboard)
    subrip, webvtt = film.with_name(Companion.SUBRIP.value), film.with_name(Companion.WEBVTT.value)
    subrip.write_text(srt(cues), "utf-8")
    webvtt.write_text(vtt(cues), "utf-8")
    moving = film.with_name(Companion.PREVIEW.value)
    try:
        preview(storyboard, film, moving)
    except StudioFailed:
        logger.warning("ad without a preview", exc_info=True)
        return [subrip, webvtt]
    return [subrip, webvtt, moving]
