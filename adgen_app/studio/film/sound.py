"""A worker process that makes an ad's sound."""

from pathlib import Path

from adgen_app.domain.storyboard import Storyboard
from adgen_app.studio.audio.bed import bed
from adgen_app.studio.film.orders import Job


def make(storyboard: Storyboard, job: Job) -> None:
    """Compose and encode it."""
    bed(storyboard, Path(job.target), Path(job.media) if job.media else None)
