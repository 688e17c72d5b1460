"""Every table; importing this package fills `SQLModel.metadata`."""

from adgen_app.db.models.asset import AssetRow
from adgen_app.db.models.discarded import Discarded
from adgen_app.db.models.duration import Duration
from adgen_app.db.models.generation import GenerationRow
from adgen_app.db.models.lease import Lease
from adgen_app.db.models.ledger import LedgerEntry
from adgen_app.db.models.revoked import RevokedToken
from adgen_app.db.models.user import User

__all__ = ["AssetRow", "Discarded", "Duration", "GenerationRow", "Lease", "LedgerEntry", "RevokedToken", "User"]
