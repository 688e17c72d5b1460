"""A worker process that draws and encodes chunks."""

from collections.abc import Iterator
from pathlib import Path

from adgen_app.domain.storyboard import Storyboard
from adgen_app.studio.film.encode import encode
from adgen_app.studio.film.orders import Job, drawn
from adgen_app.studio.frame import draw
from adgen_app.studio.look.backdrop import Frame

_EVERY = 6
"""Frames between two answers."""


def make(storyboard: Storyboard, job: Job) -> None:
    """Draw and encode one chunk."""
    encode(_frames(storyboard, job), storyboard.aspect_ratio.size, Path(job.target))


def _frames(storyboard: Storyboard, job: Job) -> Iterator[Frame]:
    told, media = job.first, Path(job.media) if job.media else None
    for number in range(job.first, job.last):
        yield draw(storyboard, number, media)
        if number + 1 - told == _EVERY or number + 1 == job.last:
            drawn(number + 1 - told)
            told = number + 1
