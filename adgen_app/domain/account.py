"""A user as the rest of the system sees them: never with a password hash."""

import unicodedata
from datetime import datetime
from decimal import Decimal
from typing import Annotated, NewType

from pydantic import BeforeValidator, Field

from adgen_app.domain.value import Value

UserId = NewType("UserId", str)

USERNAME_MIN = 3
USERNAME_MAX = 50
NAME_KEY_MAX = 3 * USERNAME_MAX
PASSWORD_MIN = 8
PASSWORD_MAX = 200


def _composed(text: object) -> object:
    """One spelling for what looks the same: an e with an accent is one character, not two."""
    return unicodedata.normalize("NFKC", text.strip()) if isinstance(text, str) else text


Username = Annotated[
    str, Field(min_length=USERNAME_MIN, max_length=USERNAME_MAX, pattern=r"^[\w.@+-]+$"), BeforeValidator(_composed)
]
Password = Annotated[str, Field(min_length=PASSWORD_MIN, max_length=PASSWORD_MAX)]


def name_key(username: str) -> str:
    """What two names have in common that only differ in upper and lower case; at most three times as long.

    What no name may hold, and no database takes, becomes U+FFFD, which no name may hold either.
    """
    folded = unicodedata.normalize("NFKC", username.strip()).casefold()
    return "".join(character if character.isprintable() else "\ufffd" for character in folded)


class Account(Value):
    """Who is logged in."""

    id: UserId
    username: str
    email: str | None
    total_generations: int
    total_cost: Decimal
    created_at: datetime
    last_login: datetime | None


class Profile(Account):
    """An account with how its ads fared."""

    completed: int
    failed: int

    @property
    def success_rate(self) -> float | None:
        """Completed over completed and failed, 0 to 1; None before the first ad ended."""
        ended = self.completed + self.failed
        return self.completed / ended if ended else None
