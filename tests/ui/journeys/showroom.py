"""Ads in every state, in a data folder of their own; nobody works on those that wait."""

import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from adgen_app import security
from adgen_app.db.engine import transaction
from adgen_app.db.models import GenerationRow, User
from adgen_app.domain.account import Account, UserId
from adgen_app.domain.brief import Brief
from adgen_app.domain.generation import GenerationId, Status
from adgen_app.planning.writer import plan
from adgen_app.services import generations, jobs, progress
from tests.api import serving
from tests.conftest import PASSWORD, forget

FAILURE = "The studio could not cut this ad. Please try again, or change the brief."


class Showroom(NamedTuple):
    """Where it is, whose it is, what is in it."""

    folder: Path
    address: str
    owner: Account
    session: str
    ads: dict[str, GenerationId]

    def start(self, prompt: str = serving.PROMPT) -> GenerationId:
        """Put another ad in the queue, where it stays."""
        return generations.start(self.owner.id, Brief(prompt=prompt)).id


@contextmanager
def inside(folder: Path) -> Generator[None]:
    """This process works with that data folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ADGEN_DATA_DIR", str(folder))
        patch.delenv("DATABASE_URL", raising=False)
        patch.setenv("ADGEN_ADS_PER_HOUR", "500")
        forget()
        yield
        forget()


def furnish() -> tuple[Account, dict[str, GenerationId]]:
    """Somebody with an ad of each kind."""
    os.makedirs(os.environ["ADGEN_DATA_DIR"], exist_ok=True)  # noqa: PTH103  # as the settings have it
    jobs.prepare()
    row = User(username="rosie", name_key="rosie", password_hash=security.hash_password(PASSWORD), email="r@a.example")
    with transaction() as session:
        session.add(row)
    owner = row.frozen()
    ads = {status.value: serving.put(owner, f"Soy candles, an ad that is {status}", status) for status in Status}
    planned(ads["completed"], owner.id)
    waiting = generations.start(owner.id, Brief(prompt="Soy candles that are being filmed")).id
    progress.begin(waiting)
    planned(waiting, owner.id)
    progress.report(waiting, 45, "Filming scene 2 of 4")
    failed = generations.start(owner.id, Brief(prompt="Soy candles that went wrong")).id
    progress.fail(failed, FAILURE)
    return owner, ads | {"filming": waiting, "broken": failed}


def planned(ad: GenerationId, owner: UserId) -> None:
    """Give an ad its storyboard, however it stands."""
    storyboard = plan(generations.get(owner, ad).brief)
    with transaction() as session:
        row = session.get(GenerationRow, ad)
        assert row
        row.storyboard, row.framework = storyboard.model_dump(mode="json"), storyboard.framework
