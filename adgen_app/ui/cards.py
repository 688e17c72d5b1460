"""An ad as a page shows it: plain values, ready to be drawn."""

from datetime import datetime

from pydantic import BaseModel

from adgen_app import security
from adgen_app.domain.generation import Companion, Generation, Status

WORDS = {
    Status.PENDING: "Waiting",
    Status.PROCESSING: "In the making",
    Status.COMPLETED: "Done",
    Status.FAILED: "Failed",
    Status.CANCELLED: "Cancelled",
}


class Card(BaseModel):
    """What a thumbnail in a gallery says."""

    id: str = ""
    href: str = ""
    prompt: str = ""
    status: str = ""
    status_word: str = ""
    progress: int = 0
    step: str = ""
    thumbnail: str = ""
    preview: str = ""
    shape: str = ""
    duration: str = ""
    cost: str = ""
    """Empty where it cost nothing."""
    made: str = ""
    made_iso: str = ""


def card(ad: Generation) -> Card:
    """The card of an ad; its picture's address is good for its user, for a while."""
    return Card(
        id=ad.id,
        href=f"/ads/{ad.id}",
        prompt=ad.prompt,
        status=ad.status,
        status_word=WORDS[ad.status],
        progress=ad.progress,
        step=ad.current_step or "",
        thumbnail=media(ad, "thumbnail") if ad.status is Status.COMPLETED else "",
        preview=beside(ad, Companion.PREVIEW) if ad.status is Status.COMPLETED else "",
        shape=ad.aspect_ratio,
        duration=f"{ad.duration} s",
        cost=f"${ad.cost:.2f}" if ad.cost else "",
        made=day(ad.created_at),
        made_iso=ad.created_at.isoformat(),
    )


def media(ad: Generation, kind: str) -> str:
    """Address of the ad's `video` or `thumbnail`, signed."""
    return f"/api/{kind}/{ad.id}?token={security.media_token(ad.user_id, ad.id)}"


def beside(ad: Generation, companion: Companion) -> str:
    """Address of a file beside the ad, signed."""
    return f"/api/generations/{ad.id}/{companion}?token={security.media_token(ad.user_id, ad.id)}"


def day(moment: datetime) -> str:
    """A date that people read, in UTC."""
    return f"{moment.day} {moment:%b %Y}"
