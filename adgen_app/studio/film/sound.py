"""A worker process that makes an ad's sound, started as a program of its own."""

from pathlib import Path

from adgen_app.domain.storyboard import Storyboard
from adgen_app.studio.audio.bed import bed
from adgen_app.studio.film.orders import Job, follow


def make(storyboard: Storyboard, job: Job) -> None:
    """Compose and encode it."""
    bed(storyboard, Path(job.target), Path(job.media) if job.media else None)


if __name__ == "__main__":
    follow(make)
