"""From files in the workspace to an ad that its user can see."""

from adgen_app import storage
from adgen_app.db.engine import Session
from adgen_app.domain.generation import GenerationId
from adgen_app.domain.storyboard import Storyboard
from adgen_app.production.steps.beside import beside
from adgen_app.production.steps.cut import cut
from adgen_app.services import progress
from adgen_app.services.discard import files_of

FILM = "ad.mp4"
THUMBNAIL = "thumbnail.jpg"


def store(generation_id: GenerationId, storyboard: Storyboard) -> None:
    """Bring the files to where they stay; again is harmless."""
    film = cut(generation_id, storyboard)
    for file in (film, film.with_name(THUMBNAIL), *beside(film, storyboard)):
        storage.save(files_of(generation_id) + file.name, file)


def complete(session: Session, generation_id: GenerationId) -> None:
    """Say that the ad is done, together with the note that this step is. Raises AlreadyFinished if it was cancelled."""
    progress.complete(session, generation_id, files_of(generation_id) + FILM, files_of(generation_id) + THUMBNAIL)
