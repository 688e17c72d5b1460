"""What Prometheus reads; for whoever may, to all others it is not there."""

import hmac
import shutil

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from adgen_app.api.deps import FromHere
from adgen_app.config import settings
from adgen_app.domain.figures import Figures
from adgen_app.errors import NotFound, Unavailable
from adgen_app.observe.metrics import CONTENT_TYPE, Disk, exposition
from adgen_app.services import figures


def _may_read(request: Request, from_here: FromHere) -> None:
    """By the token if there is one, else from this machine. Raises NotFound."""
    token = settings().metrics_token.get_secret_value()
    given = request.headers.get("authorization", "")
    if not (hmac.compare_digest(given.encode(), f"Bearer {token}".encode()) if token else from_here):
        raise NotFound


router = APIRouter(prefix="/api/metrics", include_in_schema=False, dependencies=[Depends(_may_read)])


@router.get("")
def metrics() -> Response:
    """Also without a database: then that is what there is to know."""
    return Response(exposition(_figures(), _disk()), media_type=CONTENT_TYPE)


def _figures() -> Figures | None:
    try:
        return figures.read()
    except Unavailable:
        return None


def _disk() -> Disk | None:
    try:
        usage = shutil.disk_usage(settings().data_dir)
    except OSError:
        return None
    return Disk(usage.total, usage.free)
